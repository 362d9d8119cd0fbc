/** A step that cannot be done, with a sentence for the person at the keyboard. */
export class SetupError extends Error {}

/** One line about one step. */
export const say = line => void process.stderr.write(`setup: ${line}\n`)
