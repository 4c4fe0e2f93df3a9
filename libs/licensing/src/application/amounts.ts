// What the amounts of one item say of each other: the quantity in kilograms, and the price of a unit against the price of the line.
import { decimal, isCurrency, isDecimalText, type Decimal, type Fault } from '#kernel';
import { convert, sameDimension } from '#regulation';
import type { ApplicationItem } from './content';

const minorPlacesOf = new Map<string, number>();

/** Decimal places of the currency's smallest unit. `currency` is an ISO 4217 code. */
export function minorPlaces(currency: string): number {
  const places =
    minorPlacesOf.get(currency) ??
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ??
    2;
  minorPlacesOf.set(currency, places);
  return places;
}

/** The quantity in kilograms: as stated, else converted exactly from a unit of mass; empty where neither is possible. */
export function quantityInKg({ quantity, unit, kgQuantity }: Pick<ApplicationItem, 'quantity' | 'unit' | 'kgQuantity'>): string {
  return kgQuantity || (converted(quantity, unit)?.toFixed() ?? '');
}

/** A quantity in kilograms that is not the quantity in its own unit of mass. */
export function kgContradiction(item: ApplicationItem, at: string): Fault[] {
  const exact = converted(item.quantity, item.unit);
  if (!exact || !isDecimalText(item.kgQuantity) || exact.eq(item.kgQuantity)) return [];
  const { kgQuantity, quantity, unit } = item;
  return [{ code: 'kilograms-differ', at: `${at}.kgQuantity`, facts: { kgQuantity, quantity, unit, exact: exact.toFixed() } }];
}

/** A unit price that does not give the price of the line: the product is a whole smallest unit of the currency or more away from it. */
export function priceContradiction(item: ApplicationItem, at: string): Fault[] {
  const { unitPrice, quantity, value, currency } = item;
  if (![unitPrice, quantity, value].every(isDecimalText) || !isCurrency(currency)) return [];
  const product = decimal(unitPrice).times(quantity);
  const smallest = decimal(10).pow(-minorPlaces(currency));
  return product.minus(value).abs().lt(smallest)
    ? []
    : [
        {
          code: 'price-differs',
          at: `${at}.unitPrice`,
          facts: { unitPrice, quantity, product: product.toFixed(), value, currency },
        },
      ];
}

function converted(quantity: string, unit: string): Decimal | null {
  return isDecimalText(quantity) && sameDimension(unit, 'kg') ? convert(decimal(quantity), unit, 'kg') : null;
}
