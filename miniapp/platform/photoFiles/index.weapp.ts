import Taro from "@tarojs/taro";

/* Photos as files of this phone, by name, until they have arrived. What goes wrong rejects. */

const beginning = "photo-";
const folder = (): string => Taro.env.USER_DATA_PATH ?? "";
const pathOf = (name: string): string => `${folder()}/${beginning}${name}`;

interface Asked<Answer> {
  success: (answer: Answer) => void;
  fail: (problem: { errMsg: string }) => void;
}

const asked = <Answer>(run: (ask: Asked<Answer>) => void): Promise<Answer> =>
  new Promise((success, reject) => run({ success, fail: ({ errMsg }) => reject(new Error(errMsg)) }));

export async function writePhotoFile(name: string, bytes: ArrayBuffer): Promise<void> {
  const filePath = pathOf(name);
  await asked((ask) => Taro.getFileSystemManager().writeFile({ filePath, data: bytes, ...ask }));
}

/** Null where there is none. */
export async function readPhotoFile(name: string): Promise<ArrayBuffer | null> {
  const filePath = pathOf(name);
  const read = asked<{ data: string | ArrayBuffer }>((ask) =>
    Taro.getFileSystemManager().readFile({ filePath, ...ask }),
  );
  // Without an encoding it is bytes.
  return read.then(
    ({ data }) => data as ArrayBuffer,
    (error: unknown) => {
      if (/no such file/i.test(String(error))) return null;
      throw error;
    },
  );
}

/** Where a page can show it; one that is gone is shown as such. */
export const photoFileAddress = async (name: string, _type: string): Promise<string | null> => pathOf(name);

export async function removePhotoFile(name: string): Promise<void> {
  const filePath = pathOf(name);
  await asked((ask) => Taro.getFileSystemManager().unlink({ filePath, ...ask }));
}

export async function photoFileNames(): Promise<string[]> {
  const { files } = await asked<{ files: string[] }>((ask) =>
    Taro.getFileSystemManager().readdir({ dirPath: folder(), ...ask }),
  );
  return files.filter((name) => name.startsWith(beginning)).map((name) => name.slice(beginning.length));
}
