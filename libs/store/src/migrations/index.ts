// All migrations in the order in which they run. A new one is added at the end; none is ever edited.
import { Reach1795290000001 } from './0001-reach.migration';
import { People1795290000002 } from './0002-people.migration';
import { Cases1795290000003 } from './0003-cases.migration';
import { Reviews1795290000004 } from './0004-reviews.migration';
import { Licences1795290000005 } from './0005-licences.migration';
import { Jobs1795290000006 } from './0006-jobs.migration';
import { Due1795290000007 } from './0007-due.migration';
import { Verification1795290000008 } from './0008-verification.migration';
import { KeptAnswers1795290000009 } from './0009-kept-answers.migration';
import { DemoClock1795290000010 } from './0010-demo-clock.migration';
import { SessionLookUp1795290000011 } from './0011-session-look-up.migration';
import { Products1795290000012 } from './0012-products.migration';
import { Readings1795290000013 } from './0013-readings.migration';
import { Procedure1795290000014 } from './0014-procedure.migration';
import { TeamsAndQueues1795290000015 } from './0015-teams-and-queues.migration';
import { RoutingRules1795290000016 } from './0016-routing-rules.migration';
import { Places1795290000017 } from './0017-places.migration';
import { AdviceLevels1795290000018 } from './0018-advice-levels.migration';
import { Decisions1795290000019 } from './0019-decisions.migration';
import { Notes1795290000020 } from './0020-notes.migration';
import { Agencies1795290000021 } from './0021-agencies.migration';

export const MIGRATIONS = [
  Reach1795290000001,
  People1795290000002,
  Cases1795290000003,
  Reviews1795290000004,
  Licences1795290000005,
  Jobs1795290000006,
  Due1795290000007,
  Verification1795290000008,
  KeptAnswers1795290000009,
  DemoClock1795290000010,
  SessionLookUp1795290000011,
  Products1795290000012,
  Readings1795290000013,
  Procedure1795290000014,
  TeamsAndQueues1795290000015,
  RoutingRules1795290000016,
  Places1795290000017,
  AdviceLevels1795290000018,
  Decisions1795290000019,
  Notes1795290000020,
  Agencies1795290000021,
];

/** Table in which the database keeps the names of the migrations it has seen. */
export const MIGRATIONS_TABLE = 'licet_migration';
