import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import { DetailPane } from '../../../renderer/ui/DetailPane.tsx'
import { DiffView } from '../../../renderer/ui/DiffView.tsx'
import { ErrorState } from '../../../renderer/ui/ErrorState.tsx'
import { fuzzyFilter } from '../../../renderer/ui/fuzzy.ts'
import { Highlight, Snippet } from '../../../renderer/ui/Highlight.tsx'
import { NavRail } from '../../../renderer/ui/NavRail.tsx'
import { PropertyList } from '../../../renderer/ui/PropertyList.tsx'
import { RiskPill } from '../../../renderer/ui/RiskPill.tsx'
import { SearchBox } from '../../../renderer/ui/SearchBox.tsx'
import { Tabs } from '../../../renderer/ui/Tabs.tsx'
import { fakeBridge } from '../support/fake-bridge.ts'
import { renderPart } from '../support/render.tsx'

beforeEach(() => void fakeBridge())

test('two versions side by side mark what differs with a word and let somebody choose', async () => {
  const onPick = vi.fn()
  const fields = [
    { id: 'how', label: 'How', before: 'Phone', after: 'Phone' },
    { id: 'said', label: 'What was said', before: 'Will call', after: 'Will call on Friday' },
    { id: 'by', label: 'Promised by', before: null, after: '27 Nov 2026' },
  ]
  renderPart(<DiffView beforeTitle="Saved by Bethan" afterTitle="Yours" fields={fields} onPick={onPick} />)
  expect(screen.getByRole('table', { name: '2 answers differ, 1 is the same' })).toBeTruthy()
  expect(screen.getByRole('row', { name: /What was said/ }).textContent).toContain('Changed')
  expect(screen.queryByRole('row', { name: /^How/ })).toBeNull()
  const promised = screen.getByRole('row', { name: /Promised by/ })
  expect(within(promised).getByText('Empty')).toBeTruthy()
  await userEvent.click(within(promised).getByRole('radio', { name: 'Keep this: Promised by, Yours' }))
  expect(onPick).toHaveBeenCalledWith('by', 'after')
})

test('sameness is said', () => {
  const same = [{ id: 'how', label: 'How', before: 'Phone', after: 'Phone' }]
  renderPart(<DiffView beforeTitle="Before" afterTitle="After" fields={same} />)
  expect(screen.getByText('Both versions say the same')).toBeTruthy()
  expect(screen.queryByText('Phone')).toBeNull()
})

test('a missing answer says why it is missing', () => {
  renderPart(
    <PropertyList
      rows={[
        { label: 'Born', missing: 'declined' },
        { label: 'Officer', missing: 'not-asked' },
        { label: 'Reference', value: null },
      ]}
    />,
  )
  expect(screen.getAllByRole('definition').map(one => one.textContent)).toEqual([
    'Declined to say',
    'Not asked',
    'None recorded',
  ])
})

test('risk is a word, with its age, and never colour alone', () => {
  renderPart(<RiskPill level="high" age="3 months ago" stale />)
  expect(screen.getByText('High').closest('.wm-risk')?.textContent).toBe('Risk: High3 months ago review due')
})

test('found words are marked, and markup in a record stays text', () => {
  renderPart(
    <>
      <p data-testid="note">
        <Highlight text={'<b>He</b> said "wait" and waited'} query={'wait "'} />
      </p>
      <p data-testid="snippet">
        <Snippet text={'outside \u0002the flat\u0003 <img src=x>'} />
      </p>
    </>,
  )
  const note = screen.getByTestId('note')
  expect(note.textContent).toBe('<b>He</b> said "wait" and waited')
  expect([...note.querySelectorAll('mark')].map(mark => mark.textContent)).toEqual(['"', 'wait', '"', 'wait'])
  expect(screen.getByTestId('snippet').querySelector('mark')?.textContent).toBe('the flat')
  expect(screen.getByTestId('snippet').textContent).toBe('outside the flat <img src=x>')
})

test('the search box clears with Escape and takes its keys', async () => {
  const onChange = vi.fn()
  renderPart(<SearchBox label="Find a case" value="vale" onChange={onChange} shortcut="/" count={3} />)
  await userEvent.keyboard('/')
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Find a case' }))
  expect(screen.getByText('3 found')).toBeTruthy()
  await userEvent.keyboard('{Escape}')
  expect(onChange).toHaveBeenLastCalledWith('')
})

test('tabs are one stop, moved in by arrows', async () => {
  const onChange = vi.fn()
  const items = [
    { id: 'open', label: 'Open' },
    { id: 'done', label: 'Done' },
  ]
  renderPart(
    <Tabs label="Tasks" items={items} current="open" onChange={onChange}>
      Panel
    </Tabs>,
  )
  screen.getByRole('tab', { name: 'Open' }).focus()
  await userEvent.keyboard('{ArrowLeft}')
  expect(onChange).toHaveBeenLastCalledWith('done')
  expect(screen.getByRole('tab', { name: 'Done' }).tabIndex).toBe(-1)
})

test('the rail says where one is and what waits, in words', async () => {
  const onSelect = vi.fn()
  renderPart(
    <NavRail
      label="Main"
      current="cases"
      onSelect={onSelect}
      items={[
        { id: 'today', label: 'Today', icon: 'today', count: 4, countLabel: '4 overdue' },
        { id: 'cases', label: 'Caseload', icon: 'caseload' },
      ]}
    />,
  )
  expect(screen.getByRole('link', { current: 'page' }).textContent).toBe('Caseload')
  await userEvent.click(screen.getByRole('link', { name: /Today.*4 overdue/ }))
  expect(onSelect).toHaveBeenCalledWith('today')
})

test('a detail closes on Escape', async () => {
  const onClose = vi.fn()
  renderPart(
    <DetailPane title="Amara" onClose={onClose}>
      <input aria-label="Note" />
    </DetailPane>,
  )
  await userEvent.type(screen.getByLabelText('Note'), '{Escape}')
  expect(onClose).toHaveBeenCalledOnce()
})

test('an error says what to do and offers another try', async () => {
  const onRetry = vi.fn()
  renderPart(<ErrorState error={{ code: 'vault-not-found', details: {} }} onRetry={onRetry} />)
  expect(screen.getByRole('alert').textContent).toContain('There is no vault here.')
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
  expect(onRetry).toHaveBeenCalledOnce()
})

test('fuzzy search prefers starts of words, forgives accents, keeps order for nothing typed', () => {
  const labels = ['Reports, closed', 'Record a police contact', 'Siân’s case', 'Search']
  const find = (query: string) => fuzzyFilter(labels, query, label => label)
  expect(find('')).toEqual(labels)
  expect(find('rpc')[0]).toBe('Record a police contact')
  expect(find('sian')).toEqual(['Siân’s case'])
  expect(find('xyz')).toEqual([])
})
