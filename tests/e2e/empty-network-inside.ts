import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { startVirtualDisplay } from '../../build/setup/virtual-display.ts'
import { Run } from './empty-network.ts'

// Everything leads back to the loopback: a packet to anywhere is then sent and counted, not refused before it is made.
const network = ['link set lo up', '-4 route add default dev lo', '-6 route add default dev lo']
// Root of these namespaces is nobody outside them, but Chromium would still refuse to sandbox itself.
const asOrdinaryUser = ['--user', '--map-user=1000', '--map-group=1000', '--']

/** Handed to the network layer for sending since this network was made: every packet of every kind, even to loopback. */
function packetsSent(): number {
  const [names = '', values = ''] = readFileSync('/proc/net/snmp', 'utf8').split('\n')
  const ip4 = values.split(' ')[names.split(' ').indexOf('OutRequests')]
  const ip6 = /^Ip6OutRequests\s+(\d+)$/m.exec(readFileSync('/proc/net/snmp6', 'utf8'))?.[1]
  return Number(ip4 ?? Number.NaN) + Number(ip6 ?? Number.NaN)
}

async function startResolver(): Promise<() => number> {
  const configuration = join(mkdtempSync(join(tmpdir(), 'waymark-resolver-')), 'resolv.conf')
  writeFileSync(configuration, 'nameserver 127.0.0.1\n')
  execFileSync('mount', ['--bind', configuration, '/etc/resolv.conf'])
  let questions = 0
  const resolver = createSocket('udp4', () => (questions += 1)).bind(53, '127.0.0.1')
  await once(resolver, 'listening')
  return () => questions
}

async function runFor(seconds: number, command: readonly string[]): Promise<{ said: string; endedByItself: boolean }> {
  const child = spawn('unshare', [...asOrdinaryUser, ...command], { stdio: ['ignore', 'pipe', 'ignore'] })
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text))
  const ended = once(child, 'close')
  const endedByItself = await Promise.race([ended.then(() => true), after(seconds * 1000, false, { ref: false })])
  if (!endedByItself) await end(child, ended)
  return { said: said.trim(), endedByItself }
}

async function end(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  child.kill()
  const isGone = await Promise.race([ended.then(() => true), after(5_000, false)])
  if (!isGone) child.kill('SIGKILL')
}

const { command, seconds } = Run.parse(JSON.parse(process.argv[2] ?? ''))
for (const step of network) execFileSync('/sbin/ip', step.split(' '))
const questions = await startResolver()
const display = await startVirtualDisplay()
process.env['DISPLAY'] = display.name
const before = packetsSent()
const outcome = await runFor(seconds, command)
process.stdout.write(JSON.stringify({ questions: questions(), packets: packetsSent() - before, ...outcome }))
display.close()
process.exit()
