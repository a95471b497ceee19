// Attaching what was pasted or dropped.
import { attachBytes, bytesOf, MOST_BYTES } from "../src/evidence/attach";
import { answerWith } from "../src/ground/call";

function aDesk() {
  const said: Record<string, unknown>[] = [];
  answerWith({
    async call(name, request) {
      said.push({ name, ...(request as object) });
      return { id: "e1" };
    },
  });
  return said;
}

describe("attaching what was pasted", () => {
  it("sends the bytes as they are, with the question and a name that tells when", async () => {
    const said = aDesk();
    await attachBytes({ audit: "a1", question: "q1" }, [new File([new Uint8Array([0, 255, 16])], "image.png", { type: "image/png" })]);
    expect(said).toHaveLength(1);
    expect(said[0]).toMatchObject({ name: "evidence.add-bytes", audit: "a1", question: "q1", media_type: "image/png", kind: "picture" });
    expect(said[0]!.file_name).toMatch(/^picture-\d{4}-\d\d-\d\d-\d\d-\d\d-\d\d\.png$/);
    expect([...bytesOf(said[0]!.base64 as string)]).toEqual([0, 255, 16]);
  });

  it("keeps the name of a file that has one and does not call it a picture", async () => {
    const said = aDesk();
    await attachBytes({ audit: "a1" }, [new File(["a,b"], "suppliers.csv", { type: "text/csv" })]);
    expect(said[0]).toMatchObject({ file_name: "suppliers.csv", media_type: "text/csv" });
    expect(said[0]).not.toHaveProperty("kind");
  });

  it("refuses what is too large for the window and sends nothing", async () => {
    const said = aDesk();
    const file = new File(["x"], "disk.iso");
    Object.defineProperty(file, "size", { value: MOST_BYTES + 1 });
    await expect(attachBytes({ audit: "a1" }, [file])).rejects.toMatchObject({ code: "evidence.too-large-to-paste" });
    expect(said).toEqual([]);
  });
});
