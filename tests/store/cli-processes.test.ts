import { existsSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { childrenOf, startCli, type RunningCli, type SeenProcess } from '../support/cli.ts'
import { freshFolder } from '../support/vault.ts'

const patience = 120_000
const passphrase = 'four words of somebody'
const create = (folder: string): RunningCli =>
  startCli(['vault', 'create', '--vault', folder, '--user', 'Robin Example'], { passphrase })

/** Looks until the command has both its store and a job. Before its `exec` a child still bears the command's own line. */
async function storeAndJob({ pid }: RunningCli): Promise<SeenProcess[]> {
  for (;;) {
    const seen = childrenOf(pid)
    if (seen.length >= 2 && seen.every(({ cmdline }) => /(?:store\/store|jobs\/job)\.ts\0/.test(cmdline))) return seen
    await pause(5)
  }
}
const isRunning = (pid: number): boolean => existsSync(`/proc/${String(pid)}`)

const describeOnLinux = process.platform === 'linux' ? describe : describe.skip // reads /proc, which only Linux has
describeOnLinux('the processes of a command', () => {
  test('see no passphrase in their arguments or environment', { timeout: patience }, async () => {
    const running = create(freshFolder())
    const seen = await storeAndJob(running)
    const { exit, stdout, stderr } = await running.said
    expect(exit).toBe(0)
    for (const { cmdline, environ } of seen) {
      expect(cmdline).toMatch(/(?:store\/store|jobs\/job)\.ts/)
      expect(cmdline + environ).not.toContain(passphrase)
      expect(environ).not.toContain('WAYMARK')
    }
    expect(stdout + stderr).not.toContain(passphrase)
  })

  test('are all ended by Ctrl+C, which leaves no vault half made', { timeout: patience }, async () => {
    const folder = freshFolder()
    const running = create(folder)
    const seen = await storeAndJob(running)
    process.kill(-running.pid, 'SIGINT') // the whole group, as a terminal does
    expect(await running.said).toMatchObject({ exit: 1, document: { ok: false, error: { code: 'cancelled' } } })
    expect(existsSync(folder)).toBe(false)
    expect(seen.map(({ pid }) => isRunning(pid))).toEqual([false, false])
  })
})
