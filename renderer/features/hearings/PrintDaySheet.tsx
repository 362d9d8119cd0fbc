import { useState } from 'react'
import type { DaySheet, Hearing } from '../../../shared/features/hearings.ts'
import type { CalendarDay } from '../../../shared/kernel/dates.ts'
import { daySheetWords as words, hearingDay } from '../../../shared/wording/hearings.ts'
import { useCall, useCommand } from '../../lib/api.ts'
import { useToday } from '../../lib/today.ts'
import { Banner } from '../../ui/Banner.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { PrintSheet } from '../../ui/PrintSheet.tsx'
import { DaySheetPaper } from './DaySheetPaper.tsx'

/** Asks before the day sheet goes to a printer, and says what is not on it. */
export function PrintDaySheet({ hearing, onClose }: { hearing: Hearing | null; onClose: () => void }) {
  const today = useToday()
  if (!hearing) return null
  return <Asking key={hearing.id} hearing={hearing} day={hearingDay(hearing.when, today)} onClose={onClose} />
}

type AskingProps = { hearing: Hearing; day: CalendarDay; onClose: () => void }

function Asking({ hearing, day, onClose }: AskingProps) {
  const sheet = useCall('hearings.daySheet', { caseId: hearing.caseId, day })
  const print = useCommand('window.print')
  const [drawn, setDrawn] = useState(false)
  const send = () => {
    setDrawn(true)
    // After the sheet is in the page: what is printed is what is there.
    setTimeout(() =>
      print.mutate(
        {},
        {
          onSuccess: ({ printed }) => {
            if (printed) onClose()
          },
          onSettled: () => setDrawn(false),
        },
      ),
    )
  }
  return (
    <>
      <ConfirmDialog
        title={words.ask}
        open
        onClose={onClose}
        confirmLabel="Print"
        onConfirm={send}
        busy={print.isPending || sheet.isPending}
        error={print.error ?? sheet.error}
      >
        <p>{words.notOnIt}</p>
        <p>{words.printer}</p>
        {sheet.data?.leftOut === true && <Banner tone="info" title={words.leftOut} />}
      </ConfirmDialog>
      {drawn && sheet.data && <Paper sheet={sheet.data} day={day} />}
    </>
  )
}

function Paper({ sheet, day }: { sheet: DaySheet; day: CalendarDay }) {
  return (
    <PrintSheet compact>
      <DaySheetPaper sheet={sheet} day={day} />
    </PrintSheet>
  )
}
