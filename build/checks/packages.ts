import * as z from 'zod'

const Versions = z.record(z.string(), z.string()).default({})
const Manifest = z.object({ dependencies: Versions, devDependencies: Versions, optionalDependencies: Versions })
const Lock = z.object({
  packages: z.record(
    z.string(),
    z.object({ resolved: z.string().optional(), integrity: z.string().optional(), link: z.boolean().optional() }),
  ),
})
const exact = /^(?:npm:(?:@[\w.-]+\/)?[\w.-]+@)?\d+\.\d+\.\d+(?:-[\w.]+)?$/

/** What is wrong with package.json and its lock file: loose versions, hosts, missing digests, a divided Mantine. */
export function packageProblems(manifest: unknown, lock: unknown): string[] {
  const { dependencies, devDependencies, optionalDependencies } = Manifest.parse(manifest)
  const all = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })
  const loose = all.filter(([, version]) => !exact.test(version)).map(([name]) => `${name} has no exact version`)
  const mantine = new Set(all.filter(([name]) => name.startsWith('@mantine/')).map(([, version]) => version))
  const divided = mantine.size > 1 ? [`@mantine/* has ${mantine.size} versions, and must have one`] : []
  return [...loose, ...divided, ...lockProblems(lock)]
}

function lockProblems(lock: unknown): string[] {
  const packages = Object.entries(Lock.parse(lock).packages).filter(([path]) => path !== '')
  return packages.flatMap(([path, { resolved, integrity, link }]) => [
    ...(resolved === undefined ? [] : [`package-lock.json says where ${path} came from`]),
    ...(integrity === undefined && link !== true ? [`package-lock.json has no digest of ${path}`] : []),
  ])
}
