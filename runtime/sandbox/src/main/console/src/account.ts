// The account's applications and numbers, read through the platform's own APIs.
import { form, get, send, type Fields } from "./api";

export type Webhook = { address?: string; http_method?: string } & Fields;
export type Capability = { webhooks?: Record<string, Webhook> } & Fields;
export type Application = { id: string; name: string; capabilities: Record<string, Capability>; keys?: Fields; privacy?: Fields } & Fields;
export type PhoneNumber = { country: string; msisdn: string; app_id?: string; features?: string[] };

export async function applications(): Promise<Application[]> {
  const found: Application[] = [];
  for (let page = 1, pages = 1; page <= pages; page++) {
    const list = await get<{ total_pages: number; _embedded: { applications: Application[] } }>(`/platform/v2/applications?page_size=100&page=${page}`);
    found.push(...list._embedded.applications);
    pages = list.total_pages;
  }
  return found;
}

export async function numbers(): Promise<PhoneNumber[]> {
  const list = await get<{ numbers?: PhoneNumber[] }>("/platform/account/numbers?size=100");
  return list.numbers ?? [];
}

export function save(id: string | null, body: Fields): Promise<Application> {
  return id === null ? send("POST", "/platform/v2/applications", body) : send("PUT", `/platform/v2/applications/${id}`, body);
}

export function remove(id: string): Promise<void> {
  return send("DELETE", `/platform/v2/applications/${id}`);
}

export function link(number: PhoneNumber, application: string): Promise<void> {
  return form("/platform/number/update", { country: number.country, msisdn: number.msisdn, app_id: application });
}
