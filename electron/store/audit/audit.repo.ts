import { createHash, createHmac, hkdfSync } from 'node:crypto'
import * as z from 'zod'
import type { Check } from '../../../shared/features/vault.ts'
import type { Instant } from '../../../shared/kernel/dates.ts'
import type { ReadDb, WriteDb } from '../database.ts'

export type AuditEntry = {
  installationId: string
  at: Instant
  actorId: string | null
  action: string
  subjectId: string | null
  caseId: string | null
  /** Ids and rule names only, never what a person typed. */
  detail: Record<string, string>
}
const ChainRow = z.object({
  seq: z.int(),
  installationId: z.string(),
  chainSeq: z.int(),
  at: z.string(),
  actorId: z.string().nullable(),
  action: z.string(),
  subjectId: z.string().nullable(),
  caseId: z.string().nullable(),
  detail: z.string(),
  previousHash: z.string(),
  hash: z.string(),
})
type ChainRow = z.infer<typeof ChainRow>
const Head = z.object({ installationId: z.string(), chainSeq: z.int(), hash: z.string(), mac: z.string() })
type Head = z.infer<typeof Head>

const chainColumns = `seq, installation_id AS installationId, chain_seq AS chainSeq, at, actor_id AS actorId, action,
  subject_id AS subjectId, case_id AS caseId, detail, previous_hash AS previousHash, hash`

/** The key that authenticates the head of a chain: only who can open the vault can move it. */
export const auditKeyFrom = (vaultKey: Uint8Array): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', vaultKey, new Uint8Array(), 'waymark audit head', 32))

/** Appends one row to the chain of this installation and moves its head. Runs inside the transaction it tells of. */
export function appendAudit(db: WriteDb, entry: AuditEntry, auditKey: Uint8Array): void {
  const head = readHead(db, entry.installationId)
  const link = {
    ...entry,
    detail: JSON.stringify(entry.detail),
    chainSeq: (head?.chainSeq ?? longestOf(db, entry.installationId)) + 1,
    previousHash: head?.hash ?? '',
  }
  const hash = hashOf(link)
  db.prepare(
    `INSERT INTO audit (installation_id, chain_seq, at, actor_id, action, subject_id, case_id, detail, previous_hash, hash)
     VALUES (@installationId, @chainSeq, @at, @actorId, @action, @subjectId, @caseId, @detail, @previousHash, @hash)`,
  ).run({ ...link, hash })
  const moved = { installationId: entry.installationId, chainSeq: link.chainSeq, hash }
  db.prepare(
    `REPLACE INTO audit_heads (installation_id, chain_seq, hash, mac) VALUES (@installationId, @chainSeq, @hash, @mac)`,
  ).run({ ...moved, mac: macOf(moved, auditKey) })
}

/** Where a head was taken away, work goes on behind the last row; the break in the chain stays for every check to find. */
const longestOf = (db: ReadDb, installationId: string): number =>
  z
    .int()
    .parse(
      db.prepare('SELECT ifnull(max(chain_seq), 0) FROM audit WHERE installation_id = ?').pluck().get(installationId),
    )

/** Follows every chain from its first row to its authenticated head. */
export function checkAuditChains(db: ReadDb, auditKey: Uint8Array): z.infer<typeof Check> {
  const problems: { rule: string; id: string }[] = []
  const last = new Map<string, { chainSeq: number; hash: string }>()
  let checked = 0
  for (const found of db.prepare(`SELECT ${chainColumns} FROM audit ORDER BY installation_id, chain_seq`).iterate()) {
    const row = ChainRow.parse(found)
    checked += 1
    const before = last.get(row.installationId) ?? { chainSeq: 0, hash: '' }
    if (row.chainSeq !== before.chainSeq + 1) problems.push({ rule: 'audit-row-missing', id: String(row.seq) })
    if (row.previousHash !== before.hash || row.hash !== hashOf(row))
      problems.push({ rule: 'audit-row-changed', id: String(row.seq) })
    last.set(row.installationId, row)
  }
  for (const head of db
    .prepare(`SELECT ${headColumns} FROM audit_heads`)
    .all()
    .map(row => Head.parse(row))) {
    const end = last.get(head.installationId)
    const genuine = head.mac === macOf(head, auditKey) && end?.chainSeq === head.chainSeq && end.hash === head.hash
    if (!genuine) problems.push({ rule: 'audit-head-changed', id: head.installationId })
    last.delete(head.installationId)
  }
  for (const orphan of last.keys()) problems.push({ rule: 'audit-head-missing', id: orphan })
  if (checked === 0) problems.push({ rule: 'audit-empty', id: '' }) // to make a vault is itself a row
  return { ok: problems.length === 0, checked, problems: problems.slice(0, 100) }
}

const headColumns = 'installation_id AS installationId, chain_seq AS chainSeq, hash, mac'
function readHead(db: ReadDb, installationId: string): Head | undefined {
  const row = db.prepare(`SELECT ${headColumns} FROM audit_heads WHERE installation_id = ?`).get(installationId)
  return Head.optional().parse(row)
}

type Link = Omit<ChainRow, 'seq' | 'hash'>
const hashOf = (link: Link): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        link.installationId,
        link.chainSeq,
        link.at,
        link.actorId,
        link.action,
        link.subjectId,
        link.caseId,
        link.detail,
        link.previousHash,
      ]),
    )
    .digest('hex')
const macOf = (head: Omit<Head, 'mac'>, auditKey: Uint8Array): string =>
  createHmac('sha256', auditKey)
    .update(JSON.stringify([head.installationId, head.chainSeq, head.hash]))
    .digest('hex')
