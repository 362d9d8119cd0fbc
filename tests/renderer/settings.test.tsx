import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import type { User } from '../../shared/features/users.ts'
import { BackupName, type Check } from '../../shared/features/vault.ts'
import { Instant } from '../../shared/kernel/dates.ts'
import { FileToken, UserId } from '../../shared/kernel/ids.ts'
import { fakeBridge, type Handlers } from './support/fake-bridge.ts'
import { manager, openVault, renderApp, unlocked } from './support/render.tsx'

const at = Instant.parse('2026-11-01T09:00:00.000Z')
const stamp = { revision: 1, createdAt: at, createdBy: manager.id, updatedAt: at, updatedBy: manager.id }
const me: User = { ...manager, active: true, ...stamp }
const sam: User = {
  id: UserId.parse('0199d0a0-0000-7000-8000-000000000002'),
  name: 'Sam Sample',
  role: 'advocate',
  active: true,
  ...stamp,
}
const counts = { cases: 38, people: 90, events: 1204, documents: 0, users: 2 }
const backup = {
  name: BackupName.parse('20261123T070000000Z'),
  madeAt: Instant.parse('2026-11-23T07:00:00.000Z'),
  bytes: 3_400_000,
  sha256: 'abc',
  counts,
  daily: true,
}
const open: Handlers = {
  ...openVault,
  'users.list': () => ({ rows: [me, sam] }),
  'vault.info': () => ({
    formatVersion: 1,
    schemaVersion: 1,
    cipher: 'AEGIS-256',
    practice: false,
    createdAt: at,
    counts,
  }),
  'vault.backups': () => ({ rows: [backup], dailyDue: false }),
  'vault.backup': () => backup,
  'settings.write': settings => settings,
}
const good = 'copper lantern drifts sideways'
const press = (name: string | RegExp) => screen.findByRole('button', { name }).then(button => userEvent.click(button))
async function fill(field: HTMLElement, text: string): Promise<void> {
  await userEvent.clear(field)
  await userEvent.click(field)
  await userEvent.paste(text)
}
const openAt = (section: string, handlers: Handlers = open) => {
  const bridge = fakeBridge(handlers)
  renderApp(bridge, `/settings?section=${section}`)
  return bridge
}

test('appearance shows at once and is kept', async () => {
  const bridge = openAt('appearance')
  await userEvent.click(await screen.findByLabelText('Dark'))
  expect(document.documentElement.dataset['scheme']).toBe('dark')
  expect(bridge.inputsOf('appearance.write')).toEqual([
    { scheme: 'dark', contrast: 'system', density: 'comfortable', singleKeys: 'on' },
  ])
})

test('single keys can be switched off: they do nothing then, and those with Ctrl stay', async () => {
  openAt('appearance')
  const choice = within(await screen.findByRole('group', { name: /Single-key shortcuts/ }))
  await userEvent.click(choice.getByLabelText('Off'))
  ;(document.activeElement as HTMLElement).blur() // what is focused in a page is an HTMLElement
  await userEvent.keyboard('?')
  expect(screen.queryByRole('dialog')).toBeNull()
  await userEvent.keyboard('{Control>}k{/Control}')
  await userEvent.click(await screen.findByRole('option', { name: /Keyboard shortcuts/ }))
  const sheet = within(await screen.findByRole('dialog', { name: 'Keyboard shortcuts' }))
  expect(sheet.getByText(/act alone.*are switched off/)).toBeTruthy()
  expect(sheet.queryByText('?')).toBeNull()
})

test('a choice that can’t be kept says so', async () => {
  const bridge = openAt('appearance')
  bridge.fail('appearance.write', 'read-only')
  await userEvent.click(await screen.findByLabelText('Compact'))
  await screen.findByText(/This choice is not kept/)
})

test('minutes are checked in plain words and then saved', async () => {
  const bridge = openAt('locking')
  const minutes = await screen.findByLabelText(/Minutes without use/)
  for (const wrong of ['99', 'abc', '', '2.5']) {
    await userEvent.clear(minutes)
    if (wrong !== '') await userEvent.type(minutes, wrong)
    await press(/Save/)
    await waitFor(() => expect(minutes.getAttribute('aria-invalid')).toBe('true'))
    expect(screen.getAllByText(/rite a whole number of minutes from 1 to 60/).length).toBeGreaterThan(0)
  }
  expect(bridge.inputsOf('settings.write')).toEqual([])
  await fill(minutes, '15')
  await userEvent.click(screen.getByLabelText('F12'))
  await press(/Save/)
  await screen.findByText('Saved')
  expect(bridge.inputsOf('settings.write')).toEqual([{ idleMinutes: 15, quickHideKey: 'F12' }])
})

test('somebody who is not a manager reads the rules and can’t change them', async () => {
  const advocate = { ...manager, role: 'advocate' } as const
  openAt('locking', {
    ...open,
    'vault.status': () => ({ state: 'open', ...unlocked, actor: advocate, waitSeconds: 0 }),
  })
  await screen.findByText('10 minutes without use')
  expect(screen.queryByRole('button', { name: /Save/ })).toBeNull()
})

test('a manager adds somebody, who types a passphrase of their own', async () => {
  const bridge = openAt('people', { ...open, 'users.add': ({ user }) => ({ ...sam, ...user }) })
  await press('Add a person')
  const form = within(await screen.findByRole('form', { name: 'Add a person' }))
  await fill(form.getByLabelText('Name'), 'Nia New')
  await fill(form.getByLabelText('Their passphrase'), good)
  await fill(form.getByLabelText('Their passphrase again'), good)
  await userEvent.click(form.getByRole('button', { name: /Add/ }))
  await screen.findByText('Nia New can open this vault now')
  expect(bridge.inputsOf('users.add')).toEqual([{ user: { name: 'Nia New', role: 'advocate' }, passphrase: good }])
})

test('a name that is taken is refused in words, and nothing typed is lost', async () => {
  const bridge = openAt('people')
  bridge.fail('users.add', 'invalid-input', { field: 'name', rule: 'name-taken' })
  await press('Add a person')
  const form = within(await screen.findByRole('form', { name: 'Add a person' }))
  await fill(form.getByLabelText('Name'), 'Sam Sample')
  await fill(form.getByLabelText('Their passphrase'), good)
  await fill(form.getByLabelText('Their passphrase again'), good)
  await userEvent.click(form.getByRole('button', { name: /Add/ }))
  await form.findByText(/Somebody in this vault has this name already/)
  expect(form.getByLabelText('Name')).toHaveProperty('value', 'Sam Sample')
})

async function menuOf(name: string, item: RegExp): Promise<void> {
  await press(`Actions for ${name}`)
  await userEvent.click(await screen.findByRole('menuitem', { name: item }))
}

test('a role is changed, and a change in between is shown before it is written over', async () => {
  const theirs = { ...sam, name: 'Samuel Sample', revision: 2 }
  const bridge = openAt('people', {
    ...open,
    'users.update': asked =>
      asked.revision === 2
        ? { outcome: 'saved', record: { ...sam, ...asked.user } }
        : { outcome: 'conflict', current: theirs, yours: asked.user },
  })
  await menuOf('Sam Sample', /Change name or role/)
  await userEvent.click(await screen.findByLabelText(/Manager/))
  await press(/Save/)
  await screen.findByText(/Saved in between: Samuel Sample, Advocate/)
  await press(/Save/)
  await screen.findByText('Saved')
  expect(bridge.inputsOf('users.update').map(asked => asked.revision)).toEqual([1, 2])
})

test('removing asks first, and a refusal stays in the question', async () => {
  const bridge = openAt('people')
  bridge.fail('users.remove', 'invalid-input', { rule: 'last-manager' })
  await menuOf('Sam Sample', /Remove/)
  await press('Remove')
  await screen.findByText(/A vault needs one manager/)
  bridge.answer('users.remove', () => ({ ...sam, active: false }))
  await press('Remove')
  await screen.findByText('Sam Sample can no longer open this vault')
})

test('the present passphrase is asked again before a new one', async () => {
  const bridge = openAt('people')
  bridge.fail('users.changePassphrase', 'wrong-passphrase', { field: 'current' })
  await press('Change my passphrase')
  const form = within(await screen.findByRole('form', { name: 'Change my passphrase' }))
  await fill(form.getByLabelText('Present passphrase'), 'not it')
  await fill(form.getByLabelText('New passphrase'), good)
  await fill(form.getByLabelText('New passphrase again'), good)
  await userEvent.click(form.getByRole('button', { name: /Change it/ }))
  await form.findByText('This is not your present passphrase.')
  bridge.answer('users.changePassphrase', () => me)
  await userEvent.click(form.getByRole('button', { name: /Change it/ }))
  await screen.findByText('Your new passphrase opens the vault from now on')
})

const sound: Check = { ok: true, checked: 1204, problems: [] }

test('a verification reads as a report', async () => {
  openAt('vault', {
    ...open,
    'vault.verify': () => ({
      database: sound,
      foreignKeys: { ...sound, checked: 1 },
      auditChain: { ok: false, checked: 12, problems: [{ rule: 'audit-row-changed', id: '4' }] },
      files: { ...sound, checked: 0 },
    }),
  })
  await press('Check the vault')
  await screen.findByText('Something in the vault is damaged. Nothing was changed.')
  screen.getByText('1,204 pages checked, nothing wrong.')
  screen.getByText('1 link checked, nothing wrong.')
  screen.getByText('An entry in the record of changes was altered.')
})

test('a sound vault says so, and a stopped check too', async () => {
  const bridge = openAt('vault', {
    ...open,
    'vault.verify': () => ({ database: sound, foreignKeys: sound, auditChain: sound, files: sound }),
  })
  await press('Check the vault')
  await screen.findByText('The vault is sound.')
  bridge.fail('vault.verify', 'cancelled')
  await press('Check the vault')
  await screen.findByText(/Not checked. Stopped/)
})

test('a backup goes to a folder that is chosen, and a full disk is said', async () => {
  const token = FileToken.parse('token')
  const bridge = openAt('vault', { ...open, 'vaultFolder.choose': () => ({ chosen: { token, name: 'STICK' } }) })
  await press('Back up to a folder…')
  await screen.findByText('Backed up to “STICK” and checked.')
  expect(bridge.inputsOf('vault.backup')).toEqual([{ folder: token }])
  bridge.fail('vault.backup', 'disk-full')
  await press('Back up now')
  await screen.findByText(/No backup was made. The disk is full/)
})

test('replacing the recovery key asks first, shows the new one and wants it typed back', async () => {
  const key = 'NEXT-93MQ-ZZ4T-0P1X-8HVN-52RC-WE6J-YG3B-K9S4'
  openAt('vault', {
    ...open,
    'vault.replaceRecoveryKey': () => ({ recoveryKey: key }),
    'vault.confirmRecoveryKey': () => ({ matches: true }),
  })
  await press('Replace it…')
  await press('Make a new key')
  expect((await screen.findAllByText('NEXT')).length).toBeGreaterThan(0)
  screen.getByText(/recovery key is not confirmed/)
  await press('I have it on paper')
  await fill(await screen.findByRole('textbox', { name: 'Recovery key' }), key)
  await press(/Check it/)
  await waitFor(() => expect(screen.queryByText(/recovery key is not confirmed/)).toBeNull())
})

test('what is promised stands in plain words, with versions and licence', async () => {
  openAt('about')
  await screen.findByText('Nothing leaves this machine by itself')
  screen.getByText(/GNU Affero General Public License/)
  await screen.findByText('45.4.1')
})
