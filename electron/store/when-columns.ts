import type { When } from '../../shared/kernel/event.ts'

/** A date that is no column of the spine, as the four parameters `nameFrom`, `nameTo`, `namePrecision` and `nameZone`. */
export const whenParameters = (name: string, when: When | null): Record<string, string | null> => ({
  [`${name}From`]: when?.from ?? null,
  [`${name}To`]: when?.to ?? null,
  [`${name}Precision`]: when?.precision ?? null,
  [`${name}Zone`]: when?.zone ?? null,
})

/** The same read back from the columns `name_from`, `name_to`, `name_precision` and `name_zone`, for a schema to parse. */
export const whenOfColumns = (name: string, row: Readonly<Record<string, unknown>>): object | null =>
  row[`${name}_precision`] === null
    ? null
    : {
        from: row[`${name}_from`],
        to: row[`${name}_to`],
        precision: row[`${name}_precision`],
        zone: row[`${name}_zone`],
      }
