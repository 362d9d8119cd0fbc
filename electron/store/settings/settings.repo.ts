import * as z from 'zod'
import type { ReadDb, WriteDb } from '../database.ts'

const Setting = z.string().optional()
/** A setting's JSON value, or undefined when it was never written. */
export function readSetting(db: ReadDb, name: string): unknown {
  const value = Setting.parse(db.prepare('SELECT value FROM settings WHERE name = ?').pluck().get(name))
  return value === undefined ? undefined : JSON.parse(value)
}
export function writeSetting(db: WriteDb, name: string, value: unknown): void {
  db.prepare('REPLACE INTO settings (name, value) VALUES (?, ?)').run(name, JSON.stringify(value))
}
