// Who sees which rows of each table: what row-level security is held against.
import type { PersonRecord, Reach } from '#casework';
import type { StoredWorld } from './stored-world';

export type Row = Readonly<Record<string, unknown>>;
/** `agent`: a person of an agent at work for north. */
export type Kind = Exclude<Reach['kind'], 'system'> | 'agent';
export type Rule = (row: Row) => boolean;
export type Matrix = Readonly<Record<string, Partial<Record<Kind, Rule>>>>;

/** Who sees which rows; a reach that is not named sees none. `organisation` is that of north, `agent` a person who works for it; `scene` and `rowsOf` are asked when a rule is. */
export function matrixOf(
  scene: () => { readonly world: StoredWorld; readonly agent: PersonRecord },
  rowsOf: (table: string) => readonly Row[],
): Matrix {
  const ownerIs = (row: Row, id: string) => row['organisation_id'] === id;
  const all: Rule = () => true;
  const ofNorth: Rule = (row) => ownerIs(row, scene().world.north.id);
  const ofAuthority: Rule = (row) => ownerIs(row, scene().world.authority.id);
  const filed: Rule = (row) =>
    rowsOf('application').some((app) => app['id'] === (row['application_id'] ?? row['id']) && app['submitted_at'] !== null);

  /** A row about a version of a product that an item of a filed application was taken from. */
  const taken: Rule = (row) =>
    rowsOf('product_use').some(
      (use) =>
        use['product_id'] === (row['product_id'] ?? row['id']) &&
        (row['product_id'] === undefined || use['version'] === row['version']) &&
        filed(use),
    );
  const ownView: Rule = (row) => ofNorth(row) && row['view'] === 'exporter';
  /** A licence or letter, or the paper of a determination that the rule lets through. */
  const paperOf =
    (rule: Rule): Rule =>
    (row) =>
      row['kind'] !== 'determination' ||
      rowsOf('product_determination').some((made) => made['document_id'] === row['id'] && rule(made));
  /** A row of a case that east files for north. */
  const filedByEast: Rule = (row) =>
    rowsOf('application').some(
      (app) =>
        app['id'] === (row['application_id'] ?? row['id']) && app['agent_id'] === scene().agent.organisationId && ofNorth(app),
    );
  const licensedTo =
    (key: string, to: string): Rule =>
    (row) =>
      [...rowsOf('licence'), ...rowsOf('letter')].some((one) => one[key] === row[to] && filedByEast(one));

  const officersOnly = { authority: all } as const;
  const inTheHouse = { authority: all, administrator: all } as const;

  return {
    organisation: {
      organisation: (row) => row['id'] !== scene().world.authority.id,
      agent: (row) => row['id'] === scene().world.north.id || row['id'] === scene().agent.organisationId,
      authority: all,
      administrator: all,
      'sign-in': all,
    },
    person: {
      organisation: ofNorth,
      agent: (row) => ownerIs(row, scene().agent.organisationId),
      authority: (row) => ownerIs(row, scene().world.authority.id),
      administrator: all,
      'sign-in': all,
    },
    person_token: { administrator: all, 'sign-in': all },
    session: { administrator: all, 'sign-in': all },
    sign_in_failure: { 'sign-in': all },
    application: { organisation: ofNorth, agent: filedByEast, authority: filed },
    paper: { organisation: ofNorth, agent: filedByEast, authority: filed },
    case_log: {
      organisation: (row) => ofNorth(row) && row['audience'] === 'applicant',
      agent: (row) => filedByEast(row) && row['audience'] === 'applicant',
      authority: filed,
      administrator: (row) => row['verb'] === 'hand-over' && row['actor_id'] === scene().world.administrator.id,
    },
    advice: officersOnly,
    countersignature: officersOnly,
    determination: {
      organisation: ownView,
      agent: (row) => filedByEast(row) && row['view'] === 'exporter',
      authority: filed,
    },
    list_check: {
      organisation: (row) => ofNorth(row) && row['side'] === 'applicant',
      agent: (row) => filedByEast(row) && row['side'] === 'applicant',
      authority: filed,
    },
    law_reading: { organisation: ofNorth, authority: ofAuthority },
    law_reading_act: { organisation: ofNorth, authority: ofAuthority },
    licence: { organisation: ofNorth, agent: filedByEast, authority: all },
    issued_document: {
      organisation: (row) => ofNorth(row) && paperOf(ownView)(row),
      agent: licensedTo('document_id', 'id'),
      authority: paperOf(taken),
    },
    law_text: { organisation: all, agent: all, authority: all },
    product: { organisation: ofNorth, authority: taken },
    product_version: { organisation: ofNorth, authority: taken },
    product_use: { organisation: ofNorth, agent: filedByEast, authority: filed },
    product_determination: { organisation: ownView, authority: taken },
    number_series: { organisation: all, agent: all, authority: all },
    due: { organisation: ofNorth, agent: licensedTo('id', 'subject'), authority: all },
    outbox: {},
    kept_answer: {
      organisation: (row) => row['person_id'] === scene().world.wang.id,
      agent: (row) => row['person_id'] === scene().agent.id,
      authority: (row) => row['person_id'] === scene().world.reviewer.id,
    },
    job_receipt: {},
    demo_clock: {},
    team: inTheHouse,
    team_member: inTheHouse,
    team_act: inTheHouse,
    queue: inTheHouse,
    queue_feeder: inTheHouse,
    absence: inTheHouse,
    routing_rule: inTheHouse,
    routing_rule_act: inTheHouse,
    place: officersOnly,
    case_watch: officersOnly,
    decision_document: officersOnly,
    decision: { organisation: ofNorth, agent: filedByEast, authority: all },
    letter: { organisation: ofNorth, agent: filedByEast, authority: all },
    case_note: {
      organisation: (row) => ofNorth(row) && row['audience'] === 'applicant',
      agent: (row) => filedByEast(row) && row['audience'] === 'applicant',
      authority: filed,
    },
    note_mention: officersOnly,
    agency: {
      organisation: (row) => [row['principal_id'], row['agent_id']].includes(scene().world.north.id),
      agent: (row) => row['principal_id'] === scene().world.north.id && row['agent_id'] === scene().agent.organisationId,
      authority: all,
    },
  };
}
