type Progress = { done: number; total: number }
export type ProgressTeller = { tell: (name: string, progress: Progress) => void; end: () => void }

/** Says on stderr how far a job is: one line that counts up on a terminal, a line for each quarter elsewhere. */
export function tellProgress(): ProgressTeller {
  const { stderr } = process
  let lastShown = ''
  let openLine = false
  return {
    tell(name, { done, total }) {
      const percent = total > 0 ? Math.floor((100 * done) / total) : 100
      const shown = `${name} ${String(stderr.isTTY ? percent : percent - (percent % 25))}%`
      if (shown === lastShown) return
      lastShown = shown
      openLine = stderr.isTTY
      stderr.write(stderr.isTTY ? `\r${shown}` : `${shown}\n`)
    },
    end() {
      if (openLine) stderr.write('\n')
      openLine = false
      lastShown = ''
    },
  }
}
