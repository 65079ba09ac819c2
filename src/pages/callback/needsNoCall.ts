import { type Service, visitOf } from '../../catalogue/index.ts'

/** Whether a call alone settles nothing: somebody has to come, or it is done online, or another office does it. */
export const needsNoCall = (service: Service): boolean =>
  visitOf(service) === 'required' || service.channel === 'online' || service.responsible === 'other'
