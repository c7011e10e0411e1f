import type {EntryView, EventView, Place, Posting, StreamedEntry} from './types';

/** What is known of an event and its entry, from the list or from the ledger's answers, whichever came first. */
export interface Known {
  group: string;
  unit: string;
  asset: string;
  event: string;
  /** Empty while the event has not posted anything. */
  entry: string;
  type: string;
  subject: string;
  time: string;
  bookedAt: string | undefined;
  rule: string;
  postings: Posting[];
  place: Place | undefined;
  key: string | undefined;
  headers: Record<string, string> | undefined;
  data: unknown;
}

/** Who says an event: /amazon/store is the group amazon and its unit store. */
export function sourceOf(source: string): {group: string; unit: string} {
  const [group = '', unit = ''] = source.split('/').slice(1);
  return {group, unit};
}

export function fromList(entry: StreamedEntry): Known {
  const {subject = '', bookedAt, place, key, headers, data} = entry;
  return {...entry, subject, bookedAt, place, key, headers, data};
}

/** Puts the answers together; undefined while there is none. */
export function fromAnswers(event: EventView | undefined, entry: EntryView | undefined): Known | undefined {
  const posted = entry ?? event?.entries[0];
  const source = posted?.source ?? event?.source;
  if (source === undefined) {
    return undefined;
  }
  const record = event?.record;
  const headers = record?.headers;
  return {
    ...sourceOf(source),
    asset: posted?.asset ?? '',
    event: posted?.event ?? event?.id ?? '',
    entry: posted?.id ?? '',
    type: headers?.['ce_type'] ?? '',
    subject: headers?.['ce_subject'] ?? '',
    time: posted?.occurredAt ?? posted?.time ?? headers?.['ce_time'] ?? '',
    bookedAt: posted?.occurredAt ? posted.time : undefined,
    rule: posted?.rule ?? '',
    postings: posted?.postings ?? [],
    place: record && {topic: record.topic, partition: record.partition, offset: record.offset},
    key: record?.key,
    headers,
    data: record?.data,
  };
}

/** What the list said first, completed by what the answers say. */
export function together(listed: Known | undefined, answered: Known | undefined): Known | undefined {
  if (!listed || !answered) {
    return listed ?? answered;
  }
  return {
    ...listed,
    place: answered.place ?? listed.place,
    key: answered.key ?? listed.key,
    headers: answered.headers ?? listed.headers,
    data: answered.data ?? listed.data,
    subject: listed.subject || answered.subject,
  };
}
