import { flipFuses, FuseState, FuseV1Options, FuseVersion, getCurrentFuseWire } from '@electron/fuses'

/** Every fuse is stated, so that a new Electron's other default changes nothing unseen. */
const wanted: ReadonlyMap<FuseV1Options, boolean> = new Map([
  [FuseV1Options.RunAsNode, false], // else the signed app runs anybody's script
  [FuseV1Options.EnableCookieEncryption, true],
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable, false],
  [FuseV1Options.EnableNodeCliInspectArguments, false],
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation, true],
  [FuseV1Options.OnlyLoadAppFromAsar, true],
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot, false],
  [FuseV1Options.GrantFileProtocolExtraPrivileges, false], // our page has a scheme of its own
  [FuseV1Options.WasmTrapHandlers, true], // Electron's default: without it WebAssembly is slower, not safer
])
/** Electron 33 has these many; a binary with fewer is not read rightly. */
const fewest = 8

type Fuse = { fuse: FuseV1Options; on: boolean; state: FuseState }

/** The fuses that this Electron has: older ones lack the newest. */
async function fusesOf(binary: string): Promise<Fuse[]> {
  const wire = await getCurrentFuseWire(binary)
  return [...wanted].flatMap(([fuse, on]) => {
    const state = wire[fuse]
    return state === undefined ? [] : [{ fuse, on, state }]
  })
}

/** Sets every fuse. Before signing, which covers them. */
export async function setFuses(binary: string): Promise<void> {
  await flipFuses(binary, {
    version: FuseVersion.V1,
    resetAdHocDarwinSignature: process.platform === 'darwin',
    ...Object.fromEntries((await fusesOf(binary)).map(({ fuse, on }) => [fuse, on])),
  })
}

/** Reads the fuses back from the packed binary. Empty means that each stands as stated. */
export async function wrongFuses(binary: string): Promise<string[]> {
  const present = await fusesOf(binary)
  if (present.length < fewest)
    return [`${binary} has ${String(present.length)} fuses, expected at least ${String(fewest)}`]
  return present
    .filter(({ on, state }) => state !== (on ? FuseState.ENABLE : FuseState.DISABLE))
    .map(({ fuse, on }) => `the fuse ${FuseV1Options[fuse]} is not ${on ? 'on' : 'off'}`)
}
