import { describe, expect, test } from 'vitest'
import pack from '../../shared/rules/order-kinds.json' with { type: 'json' }
import { orderKindOf, OrderKindPack, orderKinds, ruleCovers } from '../../shared/rules/order-kinds.ts'
import { CalendarDay } from '../../shared/kernel/dates.ts'

describe('the pack of order kinds', () => {
  test('is what its schema says', () => {
    expect(OrderKindPack.parse(pack)).toEqual(pack)
  })

  test('has every kind of the verified list, and what it adds', () => {
    const ids = 'SPO SPOI SPOC ROC ROA NMO NMOX OCC33 OCC35 OCC36 UND DVPN DVPO DAPN DAPO PHA3 PCB CB LIC RUI OTHER'
    expect(orderKinds.map(({ id }) => id).sort()).toEqual(
      ids
        .split(' ')
        .map(id => `ORD-${id}`)
        .sort(),
    )
  })

  test('a court-made stalking protection order is there and can’t be chosen', () => {
    expect(orderKindOf('ORD-SPOC')?.status).toBe('disabled')
    expect(orderKinds.filter(({ status }) => status === 'disabled')).toHaveLength(1)
  })

  test('what is no crime to break says so, and gaps and promises are told from orders', () => {
    expect(orderKindOf('ORD-UND')).toMatchObject({ nature: 'promise', crimeToBreak: 'no' })
    expect(orderKindOf('ORD-RUI')).toMatchObject({ nature: 'gap', crimeToBreak: 'no' })
    expect(orderKindOf('ORD-DVPO')).toMatchObject({ canRenew: 'no', crimeToBreak: 'no' })
    expect(orderKinds.filter(({ nature }) => nature !== 'order').map(({ id }) => id)).toEqual(['ORD-UND', 'ORD-RUI'])
  })

  test('the pilot has its first and last day, both included', () => {
    const dapo = orderKindOf('ORD-DAPO')
    const on = (day: string) => dapo && ruleCovers(dapo, CalendarDay.parse(day))
    expect([on('2024-11-26'), on('2024-11-27'), on('2026-03-31'), on('2026-04-01')]).toEqual([false, true, true, false])
  })
})
