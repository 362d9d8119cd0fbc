import * as z from 'zod'
import { contract } from '../../../shared/contract/contract.ts'
import type { AnyCall } from '../../../shared/kernel/call.ts'
import { command } from '../command.ts'

export const contractCommand = command({
  words: 'contract',
  takes: '',
  says: 'Prints every call: its kind, who may make it and when, and the JSON Schema of its input and output.',
  needs: [],
  run: () => Promise.resolve({ calls: Object.entries(contract).map(([name, call]) => describe(name, call)) }),
})

const describe = (name: string, call: AnyCall) => ({
  name,
  kind: call.kind,
  whileLocked: call.whileLocked ?? false,
  managersOnly: call.managersOnly ?? false,
  /** Fields of the input that hold a path here, and a token on the screen. */
  files: call.files ?? [],
  needsWindow: call.kind === 'native' || call.kind === 'reading',
  input: z.toJSONSchema(call.input, { io: 'input' }),
  output: z.toJSONSchema(call.output, { io: 'output' }),
})
