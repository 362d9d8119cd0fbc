import { cruise, type IRegularForbiddenRuleType, type IViolation } from 'dependency-cruiser'

/** Our own folders: what is not in one of them is a package or a part of Node. */
const ours = '^(electron|renderer|shared|build|tests)/'
const electronPackage = '^(node_modules/(@types/)?electron/|electron$)'
const sharedPackages = '^node_modules/(zod|temporal-polyfill)/'
const screenFolders = ['app', 'features', 'ui', 'lib']

/** `from` may import, of our own folders, only what matches one of `to`. `$1` stands for the first group of `from`. */
const only = (name: string, from: string, to: readonly string[]): IRegularForbiddenRuleType => ({
  name,
  severity: 'error',
  from: { path: from },
  to: { path: ours, pathNot: [...to] },
})
const never = (
  name: string,
  from: IRegularForbiddenRuleType['from'],
  to: IRegularForbiddenRuleType['to'],
): IRegularForbiddenRuleType => ({
  name,
  severity: 'error',
  from,
  to,
})

const shared = '^shared/'
const channel = '^electron/channel\\.ts$'
/** What several of the processes need and none of them owns. */
const common = ['^electron/half-written\\.ts$', '^electron/key-wrap\\.ts$', '^electron/system-errors\\.ts$']
const hosts = ['^electron/store/store-host\\.ts$', '^electron/jobs/job-host\\.ts$']

const processes: IRegularForbiddenRuleType[] = [
  never('shared-is-pure', { path: shared }, { pathNot: [shared, sharedPackages] }),
  only('store-stands-alone', '^electron/store/', ['^electron/store/', channel, ...common, shared]),
  only('jobs-stand-alone', '^electron/jobs/', ['^electron/jobs/', channel, ...common, shared]),
  only('main-and-cli-reach-hosts', '^electron/(main|cli)/', ['^electron/$1/', '^electron/[^/]+$', ...hosts, shared]),
  only('common-files-reach-hosts', '^electron/[^/]+$', ['^electron/[^/]+$', ...hosts, shared]),
  only('channel-stands-alone', channel, [shared]),
  only('preload-knows-the-contract', '^electron/preload/', ['^electron/preload/', '^shared/contract/']),
  never(
    'preload-takes-types-only',
    { path: '^electron/preload/' },
    { path: shared, dependencyTypesNot: ['type-only'] },
  ),
  never('no-electron-outside-main', { path: '^electron/((store|jobs|cli)/|[^/]+$)' }, { path: electronPackage }),
  never(
    'the-database-is-the-stores',
    { path: ours, pathNot: ['^electron/store/', '^(build|tests)/'] },
    {
      path: '^node_modules/better-sqlite3/',
    },
  ),
]

const page: IRegularForbiddenRuleType[] = [
  only('page-stands-alone', '^renderer/', ['^renderer/', shared]),
  never('page-has-no-node', { path: '^renderer/' }, { path: electronPackage }),
  never('page-has-no-node', { path: '^renderer/' }, { dependencyTypes: ['core'] }),
  ...screenFolders.map((folder, index) =>
    only(`page-${folder}-looks-down`, `^renderer/${folder}/`, [
      shared,
      `^renderer/(${screenFolders.slice(index).join('|')})/`,
    ]),
  ),
  never(
    'no-feature-imports-another',
    { path: '^renderer/features/([^/]+)/' },
    { path: '^renderer/features/', pathNot: '^renderer/features/$1/' },
  ),
]

const store: IRegularForbiddenRuleType[] = [
  never(
    'no-service-of-another-feature',
    // The practice caseload is told through every feature, as its users would.
    { path: '^electron/store/([^/]+)/', pathNot: '^electron/store/practice/' },
    { path: '^electron/store/[^/]+/.+\\.service\\.ts$', pathNot: '^electron/store/$1/' },
  ),
  never(
    'repositories-hold-no-rules',
    { path: '^electron/store/.+\\.repo\\.ts$' },
    { path: '^electron/store/.+\\.service\\.ts$' },
  ),
  never(
    'migrations-are-frozen',
    { path: '^electron/store/migrations/\\d{4}-' },
    { pathNot: '^electron/store/migrations/migration\\.ts$' },
  ),
  never('migrations-are-frozen', { path: '^electron/store/migrations/\\d{4}-' }, { dependencyTypesNot: ['type-only'] }),
]

const everywhere: IRegularForbiddenRuleType[] = [
  never('the-app-needs-no-tools', { path: '^(electron|renderer|shared)/' }, { path: '^(build|tests)/' }),
  never('build-needs-no-tests', { path: '^build/' }, { path: '^tests/' }),
  never('no-cycles', { path: ours }, { circular: true }),
  never('imports-exist', { path: ours }, { couldNotResolve: true }),
]

/** Which folder may import which: style.md, "Rules → Imports". */
export const layerRules: readonly IRegularForbiddenRuleType[] = [...processes, ...page, ...store, ...everywhere]

/** Every import below `folder` that a layer rule forbids, one line each. */
export async function forbiddenImports(folder: string): Promise<string[]> {
  const { output } = await cruise(['electron', 'renderer', 'shared', 'build', 'tests'], {
    baseDir: folder,
    ruleSet: { forbidden: [...layerRules] },
    validate: true,
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.d\\.ts$' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  })
  if (typeof output === 'string') throw new Error('dependency-cruiser answered with text')
  return output.summary.violations.map(sentence)
}

const sentence = ({ rule, from, to, cycle }: IViolation): string =>
  `${rule.name}: ${from} → ${cycle ? cycle.map(({ name }) => name).join(' → ') : to}`
