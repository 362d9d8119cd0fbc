import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { handlers } from '../../electron/store/handlers.ts'
import { contract, isCallName } from '../../shared/contract/contract.ts'
import { EventKind } from '../../shared/kernel/event.ts'
import { known } from '../../shared/kernel/known.ts'

const calls = Object.entries(contract)

describe('the contract', () => {
  test.each(calls)('%s can be written as JSON Schema, both ways', (_name, call) => {
    for (const schema of [call.input, call.output] as z.ZodType[]) {
      expect(z.toJSONSchema(schema, { io: 'input' })).toBeTypeOf('object')
      expect(z.toJSONSchema(schema, { io: 'output' })).toBeTypeOf('object')
    }
  })

  test.each(calls)('%s is named feature.verb and takes one strict object', (name, call) => {
    expect(name).toMatch(/^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$/)
    const input = call.input as z.ZodType
    expect(input.safeParse([]).success).toBe(false)
    const written = z.toJSONSchema(input, { io: 'input' }) as { anyOf?: object[]; oneOf?: object[] }
    for (const one of written.anyOf ?? written.oneOf ?? [written])
      expect(one).toMatchObject({ additionalProperties: false })
  })

  test('the store answers every call that main does not, and nothing else', () => {
    const own = calls.filter(([, call]) => call.kind !== 'native').map(([name]) => name)
    expect(Object.keys(handlers).sort()).toEqual(own.sort())
  })

  test('every kind of dated record has calls that write and list it', () => {
    for (const kind of EventKind.options) {
      expect(calls.some(([, call]) => 'event' in call && call.event === kind)).toBe(true)
      expect(calls.some(([, call]) => call.kind === 'query' && call.tag === kind)).toBe(true)
    }
  })

  test('every query is bounded: a page, a limit in its answer, or one record', () => {
    const unbounded = calls.filter(([, call]) => {
      if (call.kind !== 'query') return false
      const { properties } = z.toJSONSchema(call.input as z.ZodType, { io: 'input' })
      return (
        JSON.stringify(z.toJSONSchema(call.output as z.ZodType)).includes('"rows"') && !('page' in (properties ?? {}))
      )
    })
    // Each of these has its LIMIT in SQL.
    expect(unbounded.map(([name]) => name).sort()).toEqual([
      'bundles.material',
      'bundles.versions',
      'caseloadViews.list',
      'cases.load',
      'cases.versions',
      'documents.files',
      'events.linked',
      'events.versions',
      'identifiers.listForCase',
      'instruments.list',
      'orders.dueSoon',
      'orders.remindersForCase',
      'papers.preview',
      'people.listForCase',
      'people.matches',
      'people.namesakes',
      'people.versions',
      'policeReports.silences',
      'safeContact.versions',
      'search.people',
      'tasks.versions',
      'users.list',
      'vault.backups',
    ])
  })

  test('file fields that main swaps are fields of their call', () => {
    for (const [name, call] of calls)
      if ('files' in call)
        for (const field of call.files)
          expect(z.toJSONSchema(call.input as z.ZodType).properties, name).toHaveProperty(field)
  })

  test('names of every object are no calls', () => {
    for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty', ''])
      expect(isCallName(name)).toBe(false)
  })
})

test('a known answer is a value or a reason, never both and never neither', () => {
  const Officer = known(z.string().min(1))
  expect(Officer.safeParse({ value: 'PC Sample', missing: null }).success).toBe(true)
  for (const missing of ['unknown', 'not-asked', 'declined'])
    expect(Officer.safeParse({ value: null, missing }).success).toBe(true)
  for (const wrong of [
    { value: null, missing: null },
    { value: 'PC Sample', missing: 'unknown' },
    { value: '', missing: null },
    { value: 'PC Sample' },
    { value: null, missing: 'no' },
    { value: null, missing: 'unknown', more: 1 },
  ])
    expect(Officer.safeParse(wrong).success).toBe(false)
})
