/** Why a webhook request is not taken; answered as `{"error": message}`, the shape telephone systems know from Zammad. */
export class CtiRefusal extends Error {
  readonly status: 400 | 401 | 422

  constructor(status: CtiRefusal['status'], message: string, options?: ErrorOptions) {
    super(message, options)
    this.status = status
  }
}
