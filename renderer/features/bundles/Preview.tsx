import type { BundleVersion } from '../../../shared/features/bundles.ts'

/** Every page of a version, as it will be filed. */
export function Preview({ version, page }: { version: BundleVersion; page: number }) {
  return (
    <p>
      {version.pages} {page}
    </p>
  )
}
