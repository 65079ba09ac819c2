/** A refusal as Open311 tells it: a list of one, with the status of the standard (404 unknown, 403 no key, 400 all else). */
export class Failure extends Error {
  readonly status: 400 | 403 | 404

  constructor(status: Failure['status'], description: string) {
    super(description)
    this.status = status
  }
}
