import { AppError } from '../../../shared/kernel/errors.ts'
import type { Connection } from '../database.ts'
import { m0001 } from './0001-first.ts'
import { m0002 } from './0002-incidents.ts'
import { m0003 } from './0003-hearings-and-tasks.ts'
import { m0004 } from './0004-event-links.ts'
import { m0005 } from './0005-orders-and-breaches.ts'
import { m0006 } from './0006-safe-contact.ts'
import { m0007 } from './0007-police-reports.ts'
import { m0008 } from './0008-contacts.ts'
import { m0009 } from './0009-risk-assessments.ts'
import { m0010 } from './0010-person-matches.ts'
import { m0011 } from './0011-plan-versions.ts'
import { m0012 } from './0012-for-today.ts'
import { m0013 } from './0013-caseload.ts'
import { m0014 } from './0014-references.ts'
import { m0015 } from './0015-documents.ts'
import { m0016 } from './0016-bundles.ts'
import { m0017 } from './0017-task-and-case-versions.ts'
import type { Migration } from './migration.ts'

/** Contiguous from 1. A file that carries a later number was made by a newer Waymark and is refused. */
export const migrations: readonly Migration[] = [
  m0001,
  m0002,
  m0003,
  m0004,
  m0005,
  m0006,
  m0007,
  m0008,
  m0009,
  m0010,
  m0011,
  m0012,
  m0013,
  m0014,
  m0015,
  m0016,
  m0017,
]
export const schemaVersion = migrations.length

/** The number of the last step that this database has been through. */
export const versionOf = (db: Connection): number => Number(db.pragma('user_version', { simple: true }))

/**
 * Takes the database to `target`, a transaction a step. `beforeFirst` runs once if there is anything to do: the caller makes
 * its copy there. Throws `vault-newer` for a file from the future; a failed step leaves everything as it was before it.
 */
export const migrate = (db: Connection, target = migrations.length, beforeFirst: () => void = () => undefined): void =>
  migrateAlong(migrations, db, { target, beforeFirst })

type Journey = { target: number; beforeFirst: () => void }
/** The same along any list of steps. */
export function migrateAlong(list: readonly Migration[], db: Connection, { target, beforeFirst }: Journey): void {
  const version = versionOf(db)
  if (version > list.length) throw new AppError('vault-newer', { found: String(version), known: String(list.length) })
  const steps = list.filter(step => step.id > version && step.id <= target)
  if (steps.length > 0) beforeFirst()
  for (const step of steps)
    db.transaction(() => {
      step.up(db)
      db.pragma(`user_version = ${String(step.id)}`)
    }).immediate()
}
