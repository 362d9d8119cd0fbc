import { RouterProvider } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { keepPlace, readPlace, returnTo, startOf, type Place } from './place.ts'
import { newRouter, type AppRouter } from './routes.tsx'

/** The screens, at the place that was left: same screen, field, scroll and text. */
export function OpenApp() {
  const [opened, setOpened] = useState<{ router: AppRouter; place: Place | null } | null>(null)
  useEffect(() => {
    let current = true
    void readPlace().then(place => {
      if (current) setOpened({ router: newRouter(startOf(place)), place })
    })
    return () => {
      current = false
    }
  }, [])
  useEffect(() => {
    if (!opened) return
    const stops = [keepPlace(opened.router), opened.place && returnTo(opened.place)]
    return () => stops.forEach(stop => stop?.())
  }, [opened])
  return opened && <RouterProvider router={opened.router} />
}
