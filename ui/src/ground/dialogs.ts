// The system's own file dialogs. `undefined` means the person thought better of it.
import { command } from "./call";

export interface Filter {
  name: string;
  extensions: string[];
}

export const WORKSPACES: Filter[] = [{ name: "Tickmark workspace", extensions: ["tickmark"] }];
export const PDFS: Filter[] = [{ name: "PDF", extensions: ["pdf"] }];

export async function pickFile(title: string, filters: Filter[] = []): Promise<string | undefined> {
  return (await command<string | null>("pick_file", { title, filters })) ?? undefined;
}

export async function pickFiles(title: string, filters: Filter[] = []): Promise<string[]> {
  return (await command<string[] | null>("pick_files", { title, filters })) ?? [];
}

export async function pickSave(title: string, suggested: string, filters: Filter[] = []): Promise<string | undefined> {
  return (await command<string | null>("pick_save", { title, suggested, filters })) ?? undefined;
}
