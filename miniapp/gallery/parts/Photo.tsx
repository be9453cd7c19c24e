import { Photo } from "@/ui";
import { examplesOf } from "../examples";

/** 4 by 3 of one grey, so that nothing has to be asked for. */
const grey =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='400' height='300'%3E%3Crect width='400' height='300' fill='%23808890'/%3E%3C/svg%3E";

export const examples = examplesOf("Photo", Photo, ({ say }) => ({
  photo: { id: "photo", address: grey, label: say("小王拍的照片", "Photo by Xiao Wang") },
  gone: { id: "gone", address: "data:image/png;base64,AAAA", label: say("打不开的照片", "A photo that does not open") },
}));
