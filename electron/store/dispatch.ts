import * as z from 'zod'
import {
  contract,
  type CallName,
  type Contract,
  type Input,
  type NameOf,
  type Output,
} from '../../shared/contract/contract.ts'
import type { Reply } from '../../shared/contract/bridge.ts'
import { AppError } from '../../shared/kernel/errors.ts'
import type { AnyCall } from '../../shared/kernel/call.ts'
import type { Instant } from '../../shared/kernel/dates.ts'
import type { InstallationId } from '../../shared/kernel/ids.ts'
import { fromSystem } from '../system-errors.ts'
import { appendAudit } from './audit/audit.repo.ts'
import { concealerOf, concealIn, restoreIn } from './confidential/conceal.ts'
import { asReadDb, asWriteDb, type ReadTx, type WriteTx } from './database.ts'
import { requireOpen, type LockedContext, type OpenVault, type Session } from './session.ts'

/** Calls about the vault itself get its key and folder beside the transaction. */
export type VaultReadTx = ReadTx & { vault: OpenVault }
/** `afterCommit` puts off what must not be done if the transaction fails, such as putting a staged file in place. */
export type VaultWriteTx = WriteTx & { vault: OpenVault; afterCommit: (step: () => void) => void }

type WhileLocked = { [Name in CallName]: Contract[Name] extends { whileLocked: true } ? Name : never }[CallName]
type ContextOf<Name extends CallName> = Name extends WhileLocked
  ? LockedContext
  : Name extends NameOf<'query'>
    ? VaultReadTx
    : VaultWriteTx
type Work<Name extends NameOf<'job' | 'reading'>> = z.infer<Contract[Name]['work']>
type Done<Name extends NameOf<'job'>> = z.infer<Contract[Name]['done']>
/** A job has two ends in the store: what it is to do, and what its outcome means. Nothing is open in between. */
export type JobHandler<Name extends NameOf<'job'>> = {
  prepare: (context: Name extends WhileLocked ? LockedContext : VaultReadTx, input: Input<Name>) => Work<Name>
  finish: (context: ContextOf<Name>, input: Input<Name>, done: Done<Name>) => Output<Name>
}
export type StoreName = NameOf<'query' | 'command' | 'job' | 'reading'>
type Handler<Name extends StoreName> =
  Name extends NameOf<'job'>
    ? JobHandler<Name>
    : (
        context: Name extends NameOf<'reading'> ? VaultReadTx : ContextOf<Name>,
        input: Input<Name>,
      ) => Name extends NameOf<'reading'> ? Work<Name> : Output<Name>
/** A handler for every call of a feature; a call without its handler does not compile. */
export type StoreHandlers<Calls> = { [Name in keyof Calls & StoreName]: Handler<Name> }

type AnyHandler = (context: unknown, input: unknown) => unknown
type AnyJobHandler = {
  prepare: AnyHandler
  finish: (context: unknown, input: unknown, done: unknown) => unknown
}
export type Handlers = Record<string, AnyHandler | AnyJobHandler>

export type Ask =
  | { is: 'call' | 'prepare'; name: string; input: unknown }
  | { is: 'finish'; name: string; input: unknown; done: unknown }
export type Dispatch = (ask: Ask) => Reply<unknown>

/** Parses, checks that the call may be made now and by this user, opens the transaction, answers. Never throws. */
export function makeDispatch(session: Session, handlers: Handlers, options: { checkOutputs: boolean }): Dispatch {
  return ask => {
    try {
      return { ok: true, value: answer({ session, handlers, ...options }, ask) }
    } catch (cause) {
      const error = fromSystem(cause)
      if (error.code === 'internal') session.onInternal?.(cause)
      return { ok: false, error: error.toShape() }
    }
  }
}

type Dispatching = { session: Session; handlers: Handlers; checkOutputs: boolean }
function answer({ session, handlers, checkOutputs }: Dispatching, ask: Ask): unknown {
  const call = Object.hasOwn(contract, ask.name) ? contract[ask.name as CallName] : undefined // checked on the same line
  const handler = Object.hasOwn(handlers, ask.name) ? handlers[ask.name] : undefined
  if (!call || !handler || !mayBeAsked(call, ask)) throw new AppError('invalid-input', { rule: 'no-such-call' })
  const whileLocked = 'whileLocked' in call
  if (!whileLocked) requireOpen(session)
  if ('managersOnly' in call && session.open?.actor.role !== 'manager')
    throw new AppError('not-allowed', { rule: 'managers-only' })
  const open = whileLocked ? null : session.open
  const input = parseInput(call.input, open && !('asTyped' in call) ? restored(open, ask.input) : ask.input)
  const act = (context: unknown): unknown => {
    if (typeof handler === 'function') return handler(context, input)
    if (ask.is === 'finish' && call.kind === 'job') return handler.finish(context, input, call.done.parse(ask.done))
    return handler.prepare(context, input)
  }
  const given = inContext({ session, whileLocked, writes: call.kind === 'command' || ask.is === 'finish' }, act, call)
  const output = open && !('reveals' in call) && ask.is !== 'prepare' ? concealIn(concealerOf(open), given) : given
  if (checkOutputs) (ask.is === 'prepare' && 'work' in call ? call.work : call.output).parse(output)
  return output
}

/** Jobs are prepared and finished, readings prepared alone, everything else called. */
const mayBeAsked = ({ kind }: AnyCall, { is }: Ask): boolean =>
  kind === 'job' ? is !== 'call' : is === (kind === 'reading' ? 'prepare' : 'call')

type Setting = { session: Session; whileLocked: boolean; writes: boolean }
function inContext(
  { session, whileLocked, writes }: Setting,
  act: (context: unknown) => unknown,
  call: object,
): unknown {
  const now = session.now()
  if (whileLocked) return act({ session, now })
  const vault = requireOpen(session)
  const { db, actor } = vault
  if (!writes) return act({ db: asReadDb(db), now, actor, vault } satisfies VaultReadTx)
  const steps: (() => void)[] = []
  const afterCommit = (step: () => void): void => void steps.push(step)
  const committed = db
    .transaction(() => {
      let audited = 0
      const audit = auditWriter({ vault, installationId: session.installationId, now, count: () => (audited += 1) })
      const output = act({ db: asWriteDb(db), now, actor, vault, audit, afterCommit } satisfies VaultWriteTx)
      // A change without its audit row is a mistake in a handler: better to refuse it than to keep it untold.
      if (audited === 0 && !('unaudited' in call) && !isUnchanged(output))
        throw new AppError('internal', { rule: 'unaudited' })
      return output
    })
    .immediate()
  for (const step of steps) step()
  return committed
}

/** A conflict is an answer that changed nothing. */
const isUnchanged = (output: unknown): boolean =>
  typeof output === 'object' && output !== null && 'outcome' in output && output.outcome === 'conflict'

type AuditSetting = { vault: OpenVault; installationId: InstallationId; now: Instant; count: () => void }
/** The audit writer of one transaction. Also for what happens around unlock, which has no dispatcher's transaction. */
export function auditWriter({ vault, installationId, now, count }: AuditSetting): WriteTx['audit'] {
  return (action, { id, caseId, detail }) => {
    count()
    const entry = { installationId, at: now, actorId: vault.actor.id, action, detail: detail ?? {} }
    appendAudit(asWriteDb(vault.db), { ...entry, subjectId: id ?? null, caseId: caseId ?? null }, vault.auditKey)
  }
}

function parseInput(schema: z.ZodType, input: unknown): unknown {
  const parsed = parsedOrTooDeep(schema, input)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  // A rule of ours is named by its message; zod's own issues by their code, whose message may quote the input.
  const rule = issue?.code === 'custom' ? issue.message : (issue?.code ?? 'unknown')
  throw new AppError('invalid-input', { field: fieldOf(schema, issue?.path ?? []), rule })
}

/** What was shown concealed comes back with its values, so that saving a text loses nothing of it. */
function restored(vault: OpenVault, input: unknown): unknown {
  try {
    return restoreIn(asReadDb(vault.db), input)
  } catch (cause) {
    throw cause instanceof RangeError ? new AppError('invalid-input', { rule: 'too-deep' }) : cause
  }
}

/** Values within values without end would run out of stack: bad input, not a mistake of ours. */
function parsedOrTooDeep(schema: z.ZodType, input: unknown): z.ZodSafeParseResult<unknown> {
  try {
    return schema.safeParse(input)
  } catch (cause) {
    throw cause instanceof RangeError ? new AppError('invalid-input', { rule: 'too-deep' }) : cause
  }
}

/** The part of a path that the schema names: keys of a free record are what somebody typed. */
function fieldOf(schema: z.ZodType, [key, ...rest]: readonly PropertyKey[]): string {
  const inner = withoutWrapper(schema)
  if (inner instanceof z.ZodArray && typeof key === 'number')
    return join(key, fieldOf(inner.element as z.ZodType, rest)) // zod types its parts for its core alone
  if (!(inner instanceof z.ZodObject) || typeof key !== 'string' || !Object.hasOwn(inner.shape, key)) return ''
  return join(key, fieldOf(inner.shape[key] as z.ZodType, rest)) // checked on the line before
}
const join = (key: string | number, rest: string): string => (rest === '' ? String(key) : `${String(key)}.${rest}`)
const withoutWrapper = (schema: z.ZodType): z.ZodType =>
  schema instanceof z.ZodNullable || schema instanceof z.ZodOptional
    ? withoutWrapper(schema.unwrap() as z.ZodType) // as above
    : schema
