import { bundleBuild } from './commands/bundle-build.ts'
import { bundleCheck } from './commands/bundle-check.ts'
import { callCommand } from './commands/call.ts'
import { contractCommand } from './commands/contract.ts'
import { demoSeed } from './commands/demo-seed.ts'
import { documentAdd } from './commands/document-add.ts'
import { documentExport } from './commands/document-export.ts'
import { documentList } from './commands/document-list.ts'
import { vaultBackup } from './commands/vault-backup.ts'
import { vaultBackups } from './commands/vault-backups.ts'
import { vaultCreate } from './commands/vault-create.ts'
import { vaultInfo } from './commands/vault-info.ts'
import { vaultRestore } from './commands/vault-restore.ts'
import { vaultVerify } from './commands/vault-verify.ts'
import type { Command } from './command.ts'

/** Every command, in the order that usage shows them. */
export const commands: readonly Command[] = [
  vaultCreate,
  vaultInfo,
  vaultVerify,
  vaultBackup,
  vaultBackups,
  vaultRestore,
  demoSeed,
  documentAdd,
  documentList,
  documentExport,
  bundleBuild,
  bundleCheck,
  contractCommand,
  callCommand,
]

/** For people. */
export const usage = (): string => `Waymark without its window: one JSON document on stdout.

npm run --silent cli -- COMMAND

${commands.map(({ words, takes, says }) => `  ${`${words} ${takes}`.trimEnd()}\n      ${says}`).join('\n')}
  help
      Prints this.

The passphrase is read from WAYMARK_PASSPHRASE, or asked for on the terminal. It is never an argument.
Exit codes: 0 done, 1 not done (the JSON says why), 2 the command was not understood.
`

/** For programs. */
export const commandList = (): object => ({
  commands: [
    ...commands.map(({ words, takes, says }) => ({ command: words, arguments: takes, says })),
    { command: 'help', arguments: '', says: 'Prints this.' },
  ],
})
