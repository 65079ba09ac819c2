import type { Page } from 'playwright-core'
import type { TestServer } from './server.ts'

/** Signs in at the console as a demo account, by keyboard, and waits for its first page. */
export async function signIn(
  page: Page,
  server: TestServer,
  login: string,
  path = '/console/',
): Promise<void> {
  const { password } = server.account(login)
  await page.goto(server.url + path)
  await page.getByLabel('Anmeldename').fill(login)
  await page.getByLabel('Kennwort').fill(password)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Abmelden' }).waitFor()
}
