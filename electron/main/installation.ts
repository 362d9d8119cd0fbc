import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { v4 } from 'uuid'
import * as z from 'zod'
import { Appearance, defaultAppearance } from '../../shared/features/settings.ts'
import { InstallationId } from '../../shared/kernel/ids.ts'

const Bounds = z.object({ x: z.int(), y: z.int(), width: z.int().min(200), height: z.int().min(200) })
/** What this installation keeps outside any vault: which vault, how it looks, where its window was. Nothing about anyone. */
const State = z.object({
  installationId: InstallationId,
  folder: z.string().nullable(),
  appearance: Appearance.catch(defaultAppearance),
  bounds: Bounds.nullable().catch(null),
})
export type InstallationState = z.infer<typeof State>

export type Installation = {
  read: () => InstallationState
  change: (change: Partial<Omit<InstallationState, 'installationId'>>) => void
  /** Where a vault is made when nobody chooses another place. */
  usualFolder: string
  practiceFolder: string
}

/** The state of this installation, in `installation.json` of the profile folder. A damaged file begins anew: no record is in it. */
export function openInstallation(profile: string): Installation {
  const path = join(profile, 'installation.json')
  const usualFolder = join(profile, 'vault')
  let state = readState(path) ?? fresh()
  const save = (): void => {
    mkdirSync(profile, { recursive: true, mode: 0o700 })
    writeFileSync(`${path}.new`, JSON.stringify(state), { mode: 0o600 })
    renameSync(`${path}.new`, path)
  }
  save()
  return {
    usualFolder,
    practiceFolder: join(profile, 'practice'),
    read: () => state,
    change(change) {
      state = { ...state, ...change }
      save()
    },
  }
}

function readState(path: string): InstallationState | null {
  try {
    return State.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return null
  }
}

const fresh = (): InstallationState => ({
  installationId: InstallationId.parse(v4()),
  folder: null,
  appearance: defaultAppearance,
  bounds: null,
})
