import { flipFuses, FuseState, FuseV1Options, FuseVersion, getCurrentFuseWire } from '@electron/fuses'

/** Every fuse is stated, so that a new Electron's other default changes nothing unseen. */
const wanted: Readonly<Record<FuseV1Options, boolean>> = {
  [FuseV1Options.RunAsNode]: false, // else the signed app runs anybody's script
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false, // our page has a scheme of its own
  [FuseV1Options.WasmTrapHandlers]: true, // Electron's default: without it WebAssembly is slower, not safer
}

/** The fuses that this Electron has: older ones lack the newest. */
async function fusesOf(binary: string): Promise<{ fuse: FuseV1Options; state: FuseState | undefined }[]> {
  const wire = await getCurrentFuseWire(binary)
  return Object.keys(wanted)
    .map(Number)
    .filter(fuse => fuse in wire)
    .map(fuse => ({ fuse, state: Reflect.get(wire, fuse) as FuseState | undefined }))
}

/** Sets every fuse. Before signing, which covers them. */
export async function setFuses(binary: string): Promise<void> {
  const present = await fusesOf(binary)
  await flipFuses(binary, {
    version: FuseVersion.V1,
    resetAdHocDarwinSignature: process.platform === 'darwin',
    ...Object.fromEntries(present.map(({ fuse }) => [fuse, wanted[fuse]])),
  })
}

/** Reads the fuses back from the packed binary. Empty means that each stands as stated. */
export async function wrongFuses(binary: string): Promise<string[]> {
  const present = await fusesOf(binary)
  if (present.length < 8) return [`${binary} has ${String(present.length)} fuses, expected at least 8`]
  return present
    .filter(({ fuse, state }) => state !== (wanted[fuse] ? FuseState.ENABLE : FuseState.DISABLE))
    .map(({ fuse }) => `the fuse ${FuseV1Options[fuse]} is not ${wanted[fuse] ? 'on' : 'off'}`)
}
