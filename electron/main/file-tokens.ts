import { randomBytes } from 'node:crypto'
import { FileToken } from '../../shared/kernel/ids.ts'

export type FileTokens = {
  issue: (paths: string[]) => FileToken[]
  /** The path behind a token, once. Null for anything that was not issued, such as a path. */
  redeem: (token: FileToken) => string | null
  forgetAll: () => void
}

const atMost = 1_000

/** Paths stay in main: the page sees random tokens, each good for one call, all void on lock. */
export function makeFileTokens(): FileTokens {
  const paths = new Map<FileToken, string>()
  return {
    issue: given =>
      given.map(path => {
        const token = FileToken.parse(randomBytes(18).toString('base64url'))
        paths.set(token, path)
        const [oldest] = paths.keys()
        if (paths.size > atMost && oldest !== undefined) paths.delete(oldest)
        return token
      }),
    redeem(token) {
      const path = paths.get(token) ?? null
      paths.delete(token)
      return path
    },
    forgetAll: () => paths.clear(),
  }
}
