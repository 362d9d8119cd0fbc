import { afterAll } from 'vitest'
import { removeScratchFolders } from '../support/vault.ts'

afterAll(removeScratchFolders)
