import { forbids, modules, names, parts } from './forbids.ts'

const netModules = '^(node:)?(net|http|https|http2|dgram|dns|tls|inspector)(\\u002Fpromises)?$'
const netPackages = '^(ws|undici|axios|got|node-fetch)$'
const netNames = '^(fetch|WebSocket|XMLHttpRequest|EventSource|RTCPeerConnection|WebTransport|sendBeacon)$'
const keptInThePage = '^(localStorage|sessionStorage|indexedDB|cookieStore|CacheStorage|BroadcastChannel)$'

/** One relay and one preload are all the doors there are, so that sender, lock and input are checked in one place. */
export const oneDoor = forbids(
  'Only relay.ts and preload.ts talk between page and main.',
  parts('^ipc(Main|Renderer)$'),
)

/** One layer knows how a control is made, so that its look and its faults are mended once. */
export const controlsFromUi = forbids(
  'Only renderer/ui knows Mantine and Tabler.',
  modules('^@(mantine|tabler)\\u002F'),
)

/** Whatever is below the edge is handed `now`, so that tests and the practice caseload can choose it. */
export const clockAtTheEdge = forbids('Take `now` as an argument: only the edge reads the clock.', [
  "MemberExpression[object.name='Date'][property.name='now']",
  "NewExpression[callee.name='Date'][arguments.length=0]",
  "CallExpression[callee.name='Date']",
  "MemberExpression[object.name='Temporal'][property.name='Now']",
])

/** What the page keeps would be readable on the disk, outside the vault. */
export const nothingKeptInThePage = forbids('The page keeps nothing: half-typed words are drafts in the vault.', [
  ...names(keptInThePage),
  "MemberExpression[object.name='document'][property.name='cookie']",
])

/** The whole app never reaches for a network. */
export const noNetwork = forbids('Waymark has no network.', [
  ...modules(netModules),
  ...modules(netPackages),
  ...names(netNames),
  "ImportDeclaration[source.value='electron'] > ImportSpecifier[imported.name=/^(net|netLog)$/]",
  "MemberExpression[object.name='electron'][property.name=/^(net|netLog)$/]",
])

/** Things that no part of the app has a use for. */
export const neverUsed = forbids('Waymark never uses this: see design.md.', [
  "Literal[value='datetime-local']",
  "JSXAttribute[name.name='dangerouslySetInnerHTML']",
  "Property[key.name='dangerouslySetInnerHTML']",
  ...parts('^(autoUpdater|crashReporter|innerHTML|outerHTML|insertAdjacentHTML)$'),
])

/** Classes are for errors, and for page objects and error boundaries, whose files switch this off. */
export const noClasses = forbids('Write functions and plain objects: classes are for errors and page objects.', [
  ':matches(ClassDeclaration, ClassExpression):not([superClass.name=/Error$/])',
])

/** A name is imported from the file that makes it. */
export const noBarrels = forbids('Import from the file that makes it: no barrels.', [
  'ExportAllDeclaration',
  'ExportNamedDeclaration[source!=null]',
])

/** Named exports only, so that a thing has one name everywhere. Tool configurations switch this off. */
export const noDefaultExports = forbids('Give it a name: no default exports.', [
  'ExportDefaultDeclaration',
  "ExportSpecifier[exported.name='default']",
])

/** Enums are code that types cannot strip. */
export const noEnums = forbids('Use a union of strings: no enums.', ['TSEnumDeclaration'])
