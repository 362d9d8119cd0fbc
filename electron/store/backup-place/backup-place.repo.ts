import * as z from 'zod'
import { CopyProblem } from '../../../shared/features/backup-place.ts'
import { BackupName } from '../../../shared/features/vault.ts'
import { Instant } from '../../../shared/kernel/dates.ts'
import type { ReadDb, WriteDb } from '../database.ts'
import { readSetting, writeSetting } from '../settings/settings.repo.ts'

const name = 'backup-place'

/** Where backups are copied to, as the vault's settings keep it: the path lies encrypted with everything else. */
const KeptPlace = z.strictObject({
  path: z.string(),
  /** The name of our folder there: another vault that copies to the same place has one of its own. */
  mirror: z.string(),
  last: z.strictObject({ name: BackupName, madeAt: Instant, copiedAt: Instant }).nullable(),
  problem: z.strictObject({ why: CopyProblem, since: Instant }).nullable(),
})
export type KeptPlace = z.infer<typeof KeptPlace>

/** The second place, or null where none was chosen. */
export const readPlace = (db: ReadDb): KeptPlace | null => KeptPlace.nullable().parse(readSetting(db, name) ?? null)

export const writePlace = (db: WriteDb, place: KeptPlace | null): void => writeSetting(db, name, place)
