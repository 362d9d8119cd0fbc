import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { BehaviourGroup, BehaviourPack, behaviours } from '../../shared/rules/behaviours.ts'
import { bundleProfileOn, BundleProfileId, BundleProfilePack } from '../../shared/rules/bundle-profiles.ts'
import { CalendarDay } from '../../shared/kernel/dates.ts'
import { TimeLimitPack } from '../../shared/rules/time-limits.ts'

const packAt = (name: string): unknown => JSON.parse(readFileSync(`shared/rules/${name}.json`, 'utf8'))

test('behaviours: nine groups, each with behaviours, every code and label once', () => {
  const pack = BehaviourPack.parse(packAt('behaviours'))
  expect(pack.groups.map(({ id }) => id)).toEqual(BehaviourGroup.options)
  for (const { id } of pack.groups) expect(behaviours.some(({ group }) => group === id)).toBe(true)
  for (const part of ['id', 'label'] as const)
    expect(new Set(pack.behaviours.map(behaviour => behaviour[part])).size).toBe(pack.behaviours.length)
})

test('behaviours stand group by group, so that a list by group keeps the order of the pack', () => {
  const groups = behaviours.map(({ group }) => group)
  expect(groups).toEqual(
    groups.toSorted((a, b) => BehaviourGroup.options.indexOf(a) - BehaviourGroup.options.indexOf(b)),
  )
})

test('time limits: each with its source, and no two of one name in force on one day', () => {
  const { rules } = TimeLimitPack.parse(packAt('time-limits'))
  expect(rules.length).toBeGreaterThan(0)
  expect(new Set(rules.map(({ id, effectiveFrom }) => `${id} ${effectiveFrom}`)).size).toBe(rules.length)
})

test('bundle profiles: each kind of bundle has one profile on any day, each with its source', () => {
  const { profiles } = BundleProfilePack.parse(packAt('bundle-profiles'))
  for (const id of BundleProfileId.options) {
    expect(bundleProfileOn(id, null)).not.toBeNull()
    for (const day of ['2026-03-01', '2026-03-02', '2026-12-01'].map(text => CalendarDay.parse(text))) {
      const inForce = profiles.filter(
        profile =>
          profile.id === id &&
          profile.effectiveFrom <= day &&
          (profile.effectiveTo === null || day <= profile.effectiveTo),
      )
      expect(inForce).toEqual([bundleProfileOn(id, day)])
    }
  }
  expect(bundleProfileOn('general', CalendarDay.parse('2019-01-01'))).toBeNull()
})
