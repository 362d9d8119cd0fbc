import type { ESLint } from 'eslint'
import * as fences from './fences.ts'
import { fileName } from './file-name.ts'
import { reasonForCast, reasonForDisabling } from './reasons.ts'
import { sqlInRepositories } from './sql-in-repositories.ts'

/** Our own rules, under the names that eslint.config.ts and a comment in the code know them by. */
export const waymark = {
  rules: {
    'clock-at-the-edge': fences.clockAtTheEdge,
    'controls-from-ui': fences.controlsFromUi,
    'file-name': fileName,
    'never-used': fences.neverUsed,
    'no-barrels': fences.noBarrels,
    'no-classes': fences.noClasses,
    'no-default-exports': fences.noDefaultExports,
    'no-enums': fences.noEnums,
    'no-network': fences.noNetwork,
    'nothing-kept-in-the-page': fences.nothingKeptInThePage,
    'one-door': fences.oneDoor,
    'reason-for-cast': reasonForCast,
    'reason-for-disabling': reasonForDisabling,
    'sql-in-repositories': sqlInRepositories,
  },
} satisfies ESLint.Plugin
