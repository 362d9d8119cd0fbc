import { expect, test } from 'vitest'
import pack from '../../shared/rules/police-forces.json' with { type: 'json' }
import { policeForceNames, PoliceForcePack } from '../../shared/rules/police-forces.ts'

test('the pack of police forces keeps to its schema', () => {
  expect(PoliceForcePack.safeParse(pack).success).toBe(true)
})

test('it names the 43 territorial forces and three special ones, each once', () => {
  expect(pack.forces.filter(({ kind }) => kind === 'territorial')).toHaveLength(43)
  expect(pack.forces.filter(({ kind }) => kind === 'special')).toHaveLength(3)
  expect(new Set(policeForceNames).size).toBe(46)
})
