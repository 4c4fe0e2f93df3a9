// Units of measurement: which can be converted into which, exactly. A size is compared in the unit of its edges.
import { decimal, type Decimal } from '#kernel';

interface Unit {
  readonly dimension: string;
  /** One of this unit in the base unit of the dimension, as an exact decimal. */
  readonly factor: string;
  /** Added after scaling, for temperatures. */
  readonly offset?: string;
}

const scale = (dimension: string, units: Record<string, string>): [string, Unit][] =>
  Object.entries(units).map(([name, factor]) => [name, { dimension, factor }]);

const UNITS = new Map<string, Unit>([
  ...scale('share', { '%': '1', '% by weight': '1', 'wt%': '1', 'wt.%': '1', ppm: '0.0001', ppb: '0.0000001' }),
  ...scale('ratio', { ratio: '1' }),
  ...scale('length', { m: '1', dm: '0.1', cm: '0.01', mm: '0.001', µm: '0.000001', nm: '0.000000001' }),
  ...scale('mass', { kg: '1', t: '1000', g: '0.001', mg: '0.000001' }),
  ...scale('pressure', { Pa: '1', kPa: '1000', MPa: '1000000', GPa: '1000000000', 'N/mm2': '1000000', bar: '100000' }),
  ...scale('density', { 'g/cm3': '1000', 'kg/m3': '1', 'kg/dm3': '1000', 't/m3': '1000' }),
  ...scale('volume', { m3: '1', L: '0.001', mL: '0.000001', cm3: '0.000001' }),
  ...scale('throughput', { 'm3/day': '1', 'L/day': '0.001' }),
  ...scale('power', { W: '1', mW: '0.001', kW: '1000', MW: '1000000' }),
  ...scale('frequency', { Hz: '1', kHz: '1000', MHz: '1000000', GHz: '1000000000' }),
  ...scale('force', { N: '1', mN: '0.001', kN: '1000' }),
  ...scale('energy', { J: '1', mJ: '0.001', µJ: '0.000001', nJ: '0.000000001' }),
  ...scale('energy per mass', { 'Wh/kg': '1', 'kWh/kg': '1000', 'mWh/g': '1' }),
  ...scale('charge per mass', { 'mAh/g': '1', 'Ah/kg': '1' }),
  ...scale('voltage', { V: '1', mV: '0.001' }),
  ...scale('time', { s: '1', min: '60', h: '3600' }),
  ...scale('speed', { 'm/s': '1' }),
  ...scale('per area', { 'per cm2': '1', 'per m2': '0.0001' }),
  ...scale('temperature difference', { mK: '0.001' }),
  ...scale('hardness HRB', { HRB: '1' }),
  ...scale('layers', { layers: '1' }),
  ['°C', { dimension: 'temperature', factor: '1' }],
  ['K', { dimension: 'temperature', factor: '1', offset: '-273.15' }],
  ...[
    'text',
    'boolean',
    'chemical formula',
    'substance name',
    'element symbol',
    'control code',
    'HS code',
    'class of GB 7247.1-2012',
  ].map((word): [string, Unit] => [word, { dimension: word, factor: '1' }]),
]);

const ALIASES: Readonly<Record<string, string>> = {
  um: 'µm',
  μm: 'µm',
  l: 'L',
  ml: 'mL',
  'g/cm³': 'g/cm3',
  'kg/m³': 'kg/m3',
  'm³': 'm3',
  'cm³': 'cm3',
  '％': '%',
  '℃': '°C',
};

const canonical = (unit: string): string => ALIASES[unit.trim()] ?? unit.trim();

/** True for a unit that the program knows, in its own or a common other spelling. */
export function isUnit(unit: string): boolean {
  return UNITS.has(canonical(unit));
}

/** True when a value in one unit can be expressed in the other. */
export function sameDimension(a: string, b: string): boolean {
  const first = UNITS.get(canonical(a));
  return first !== undefined && first.dimension === UNITS.get(canonical(b))?.dimension;
}

/** The units that a property word admits: its own unit, or each of the units it names ("L or m3 as given"). */
export function acceptedUnits(printed: string): string[] {
  return printed.replace(/ as given$/, '').split(' or ');
}

/** The value in the base unit of its dimension, exact. Throws RangeError for an unknown unit. */
export function toBase(value: Decimal, unit: string): Decimal {
  const known = UNITS.get(canonical(unit));
  if (!known) throw new RangeError(`unit "${unit}" is not known`);
  const scaled = value.times(decimal(known.factor));
  return known.offset ? scaled.plus(decimal(known.offset)) : scaled;
}

/** The value, given in `from`, expressed in `to` of the same dimension. */
export function convert(value: Decimal, from: string, to: string): Decimal {
  if (canonical(from) === canonical(to)) return value;
  const target = UNITS.get(canonical(to));
  if (!target || !sameDimension(from, to)) throw new RangeError(`"${from}" cannot be converted to "${to}"`);
  const base = toBase(value, from).minus(decimal(target.offset ?? '0'));
  return base.div(decimal(target.factor));
}
