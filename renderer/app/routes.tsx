import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  redirect,
} from '@tanstack/react-router'
import { CaseId } from '../../shared/kernel/ids.ts'
import { CaseSearch } from '../features/cases/case-search.ts'
import { CaseloadSearch } from '../features/cases/caseload-search.ts'
import { CaseloadScreen } from '../features/cases/CaseloadScreen.tsx'
import { CaseOverview } from '../features/cases/CaseOverview.tsx'
import { CaseScreen } from '../features/cases/CaseScreen.tsx'
import { TimelineSearch } from '../features/cases/timeline-search.ts'
import { HearingsSearch } from '../features/hearings/hearings-search.ts'
import { HearingsScreen } from '../features/hearings/HearingsScreen.tsx'
import { ContactSearch } from '../features/contacts/contact-search.ts'
import { ContactsScreen } from '../features/contacts/ContactsScreen.tsx'
import { DocumentSearch } from '../features/documents/document-search.ts'
import { DocumentsScreen } from '../features/documents/DocumentsScreen.tsx'
import { BundleSearch } from '../features/bundles/bundle-search.ts'
import { BundlesScreen } from '../features/bundles/BundlesScreen.tsx'
import { HistoryScreen } from '../features/history/HistoryScreen.tsx'
import { IncidentSearch } from '../features/incidents/incident-search.ts'
import { IncidentsScreen } from '../features/incidents/IncidentsScreen.tsx'
import { OrderSearch } from '../features/orders/order-search.ts'
import { OrdersScreen } from '../features/orders/OrdersScreen.tsx'
import { PeopleSearch } from '../features/people/people-search.ts'
import { PoliceSearch } from '../features/police-contacts/police-search.ts'
import { PoliceContactsScreen } from '../features/police-contacts/PoliceContactsScreen.tsx'
import { PoliceReportSearch } from '../features/police-reports/police-report-search.ts'
import { PoliceReportsScreen } from '../features/police-reports/PoliceReportsScreen.tsx'
import { RiskSearch } from '../features/risk/risk-search.ts'
import { RiskScreen } from '../features/risk/RiskScreen.tsx'
import { SearchParams } from '../features/search/search-params.ts'
import { SearchScreen } from '../features/search/SearchScreen.tsx'
import { TasksSearch } from '../features/tasks/tasks-search.ts'
import { TasksScreen } from '../features/tasks/TasksScreen.tsx'
import { TodaySearch } from '../features/today/today-search.ts'
import { TodayScreen } from '../features/today/TodayScreen.tsx'
import { NoSuchScreen, ScreenError } from './ScreenError.tsx'
import { SettingsSearch } from '../features/settings/settings-search.ts'
import { PeoplePage } from './PeoplePage.tsx'
import { SettingsPage } from './SettingsPage.tsx'
import { Shell } from './Shell.tsx'

const root = createRootRoute({ component: Outlet })
const shell = createRoute({ getParentRoute: () => root, id: 'shell', component: Shell })
const index = createRoute({
  getParentRoute: () => shell,
  path: '/',
  beforeLoad: () => redirect({ to: '/today', replace: true, throw: true }),
})
const today = createRoute({
  getParentRoute: () => shell,
  path: '/today',
  validateSearch: TodaySearch,
  component: TodayScreen,
})
const caseload = createRoute({
  getParentRoute: () => shell,
  path: '/cases',
  validateSearch: CaseloadSearch,
  component: CaseloadScreen,
})
const oneCase = createRoute({
  getParentRoute: () => shell,
  path: '/cases/$caseId',
  params: { parse: ({ caseId }) => ({ caseId: CaseId.parse(caseId) }), stringify: ({ caseId }) => ({ caseId }) },
  validateSearch: CaseSearch,
  component: CaseScreen,
})
const overview = createRoute({
  getParentRoute: () => oneCase,
  path: '/',
  validateSearch: TimelineSearch,
  component: CaseOverview,
})
const people = createRoute({
  getParentRoute: () => oneCase,
  path: 'people',
  validateSearch: PeopleSearch,
  component: PeoplePage,
})
const incidents = createRoute({
  getParentRoute: () => oneCase,
  path: 'incidents',
  validateSearch: IncidentSearch,
  component: IncidentsScreen,
})
const contacts = createRoute({
  getParentRoute: () => oneCase,
  path: 'contacts',
  validateSearch: ContactSearch,
  component: ContactsScreen,
})
const police = createRoute({
  getParentRoute: () => oneCase,
  path: 'police',
  validateSearch: PoliceSearch,
  component: PoliceContactsScreen,
})
const policeReports = createRoute({
  getParentRoute: () => oneCase,
  path: 'police-reports',
  validateSearch: PoliceReportSearch,
  component: PoliceReportsScreen,
})
const orders = createRoute({
  getParentRoute: () => oneCase,
  path: 'orders',
  validateSearch: OrderSearch,
  component: OrdersScreen,
})
const court = createRoute({
  getParentRoute: () => oneCase,
  path: 'court',
  validateSearch: HearingsSearch,
  component: HearingsScreen,
})
const tasks = createRoute({
  getParentRoute: () => oneCase,
  path: 'tasks',
  validateSearch: TasksSearch,
  component: TasksScreen,
})
const risk = createRoute({
  getParentRoute: () => oneCase,
  path: 'risk',
  validateSearch: RiskSearch,
  component: RiskScreen,
})
const documents = createRoute({
  getParentRoute: () => oneCase,
  path: 'documents',
  validateSearch: DocumentSearch,
  component: DocumentsScreen,
})
const bundles = createRoute({
  getParentRoute: () => oneCase,
  path: 'bundles',
  validateSearch: BundleSearch,
  component: BundlesScreen,
})
const history = createRoute({ getParentRoute: () => oneCase, path: 'history', component: HistoryScreen })
const search = createRoute({
  getParentRoute: () => shell,
  path: '/search',
  validateSearch: SearchParams,
  component: SearchScreen,
})
const settings = createRoute({
  getParentRoute: () => shell,
  path: '/settings',
  validateSearch: SettingsSearch,
  component: SettingsPage,
})

const routeTree = root.addChildren([
  shell.addChildren([
    index,
    today,
    caseload,
    oneCase.addChildren([
      overview,
      people,
      contacts,
      incidents,
      police,
      policeReports,
      orders,
      court,
      tasks,
      risk,
      documents,
      bundles,
      history,
    ]),
    search,
    settings,
  ]),
])

/** The screens of the open app. The address lives in memory only: nothing of it reaches Chromium's own history. */
export const newRouter = (start: string) =>
  createRouter({
    routeTree,
    history: createMemoryHistory({ initialEntries: [start] }),
    defaultErrorComponent: ScreenError,
    defaultNotFoundComponent: NoSuchScreen,
    defaultPendingMinMs: 0,
    scrollRestoration: false,
  })

export type AppRouter = ReturnType<typeof newRouter>
declare module '@tanstack/react-router' {
  interface Register {
    router: AppRouter
  }
}
