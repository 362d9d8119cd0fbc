import { basename, dirname, join } from 'node:path'

/** Where a file is written until it is whole and gets its name. */
export const halfWritten = (path: string): string => join(dirname(path), `.${basename(path)}.part`)
