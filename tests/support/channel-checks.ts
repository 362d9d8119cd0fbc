import { deepStrictEqual, ok } from 'node:assert/strict'
import type { Channel } from '../../electron/channel.ts'

const ended = (channel: Channel): Promise<void> => new Promise(resolve => channel.onEnd(resolve))

/**
 * What a channel promises, whichever kind of host the started process has. `start` starts `echo.ts`. Run by Vitest with a
 * child process and, inside Electron, with a utility process.
 */
export async function checkChannel(start: () => Channel): Promise<void> {
  await checkContent(start())
  await checkOrder(start())
  await checkOwnEnd(start())
}

/** What is posted arrives as it was: bytes, undefined and dates included. */
async function checkContent(channel: Channel): Promise<void> {
  const sent = {
    bytes: new Uint8Array([0, 255]),
    none: undefined,
    at: new Date(0),
    text: '\u{1F4DD} é\0',
    many: new Uint8Array(3_000_000).fill(7),
    nested: { list: [null, { deep: 1n }] },
  }
  const heard = new Promise(resolve => channel.onMessage(resolve))
  channel.post(sent)
  deepStrictEqual(await heard, sent)
  ok(typeof channel.pid === 'number')
  const end = ended(channel)
  channel.kill()
  await end
  channel.post({ after: 'the end' }) // no throw: whoever waits is told by the end
  channel.kill()
}

/** Messages keep their order. */
async function checkOrder(channel: Channel): Promise<void> {
  const count = 500
  const heard: unknown[] = []
  const all = new Promise<void>(resolve => {
    channel.onMessage(message => {
      heard.push(message)
      if (heard.length === count) resolve()
    })
  })
  for (let index = 0; index < count; index += 1) channel.post(index)
  await all
  deepStrictEqual(
    heard,
    Array.from({ length: count }, (_, index) => index),
  )
  const end = ended(channel)
  channel.kill()
  await end
}

/** A process that ends by itself is told of once. */
async function checkOwnEnd(channel: Channel): Promise<void> {
  let ends = 0
  channel.onEnd(() => (ends += 1))
  const end = ended(channel)
  channel.post('end')
  await end
  deepStrictEqual(ends, 1)
}
