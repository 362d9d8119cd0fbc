import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { runInEmptyNetwork } from './empty-network.ts'

const root = join(import.meta.dirname, '../..')

/** The app's command, with a profile of its own. */
function appCommand(folder: string, ...args: readonly string[]): string[] {
  mkdirSync(folder, { recursive: true })
  return [process.env['WAYMARK_ELECTRON'] ?? '', root, `--user-data-dir=${folder}`, ...args]
}

test('starting up asks no name server and sends no packet', async ({}, info) => {
  const command = appCommand(info.outputPath('profile'), '--smoke')
  expect(await runInEmptyNetwork({ command, seconds: 40 })).toEqual({
    questions: 0,
    packets: 0,
    said: 'ok',
    endedByItself: true,
  })
})

test('standing open asks no name server and sends no packet', async ({}, info) => {
  const command = appCommand(info.outputPath('profile'))
  expect(await runInEmptyNetwork({ command, seconds: 20 })).toEqual({
    questions: 0,
    packets: 0,
    said: '',
    endedByItself: false,
  })
})

test('the counters would show a question, and a packet to an address without a name', async () => {
  const ask =
    "require('dns').resolve4('example.org', () => undefined); require('net').connect(9, '192.0.2.1').on('error', () => undefined)"
  const { questions, packets } = await runInEmptyNetwork({ command: [process.execPath, '-e', ask], seconds: 3 })
  expect(questions).toBeGreaterThan(0)
  expect(packets).toBeGreaterThan(questions)
})
