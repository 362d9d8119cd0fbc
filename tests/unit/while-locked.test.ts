import { expect, test } from 'vitest'
import { contract } from '../../shared/contract/contract.ts'

const saying = (mark: string): string[] =>
  Object.entries(contract)
    .flatMap(([name, call]) => (mark in call ? [name] : []))
    .sort()

test('only these calls work before unlock', () => {
  expect(saying('whileLocked')).toEqual([
    'app.about',
    'appearance.read',
    'appearance.write',
    'jobs.cancel',
    'vault.backups',
    'vault.checkRecoveryKey',
    'vault.compareBackup',
    'vault.create',
    'vault.recover',
    'vault.restore',
    'vault.status',
    'vault.unlock',
    'vaultFolder.choose',
    'vaultFolder.use',
    'window.lock',
  ])
})

test('only these may go without an audit row', () => {
  // vault.verify writes one unless it has found the database damaged: to write then could make it worse.
  const expected = [
    ...['drafts.drop', 'drafts.write', 'vault.checkRecoveryKey', 'vault.compareBackup', 'vault.restore'],
    'vault.verify',
  ]
  expect(saying('unaudited')).toEqual(expected)
})

test('only these calls are for managers alone', () => {
  expect(saying('managersOnly')).toEqual([
    'instruments.load',
    'practice.seed',
    'settings.write',
    'users.add',
    'users.remove',
    'users.update',
    'vault.replaceRecoveryKey',
  ])
})

test('only these jobs go on after a lock', () => {
  expect(saying('finishesAfterLock')).toEqual([
    ...[
      'attachments.add',
      'bundles.build',
      'bundles.search',
      'documents.add',
      'documents.replace',
      'files.add',
      'papers.make',
      'vault.backUpDaily',
      'vault.backup',
    ],
  ])
})

test('only this call may give out a confidential value', () => {
  expect(saying('reveals')).toEqual(['identifiers.reveal'])
  expect(saying('asTyped')).toEqual(['identifiers.update'])
})
