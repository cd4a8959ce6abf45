// Photos one by one, smaller where the phone can make them so, tried again under the same key until they are there.
const WIDEST = 1600;
const SMALL_ENOUGH = 700_000;
const WAITS = [2000, 4000, 8000, 15000];

const newKey = () => [...crypto.getRandomValues(new Uint8Array(16))].map((b) => b.toString(16).padStart(2, "0")).join("");

async function smaller(file) {
  if (file.size <= SMALL_ENOUGH || !/^image\/(jpeg|png|webp)$/.test(file.type) || !self.createImageBitmap) return file;
  try {
    const image = await createImageBitmap(file);
    const by = Math.min(1, WIDEST / Math.max(image.width, image.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(image.width * by);
    canvas.height = Math.round(image.height * by);
    const pen = canvas.getContext("2d");
    pen.fillStyle = "#fff";
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(image, 0, 0, canvas.width, canvas.height);
    const made = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.85));
    return made && made.size < file.size ? made : file;
  } catch {
    return file;
  }
}

export class Uploads {
  constructor(strip) {
    this.strip = strip;
    this.bar = strip.querySelector("progress");
    this.again = strip.querySelector("[data-retry]");
    this.waiting = [];
    this.tries = 0;
    this.is_busy = false;
    this.done = [];
    this.again.addEventListener("click", () => this.restart());
    addEventListener("online", () => this.restart());
  }

  say(what, text = "") {
    this.strip.hidden = false;
    this.strip.querySelector("[data-said]").textContent = text || this.strip.dataset[what];
  }

  // What was said of the last step is not carried to the next.
  quiet() {
    if (!this.waiting.length) this.strip.hidden = true;
  }

  take(files, form) {
    this.token = form.elements.csrfmiddlewaretoken.value;
    this.url = form.action;
    for (const file of files) this.waiting.push({ file, key: newKey() });
    this.run();
  }

  // Publishing waits for the photos; one that cannot get through lets go when the seller says so with a second tap.
  settled() {
    if (!this.waiting.length || this.is_given_up) return Promise.resolve();
    this.say("wait");
    return new Promise((done) => this.done.push(done));
  }

  restart() {
    this.tries = 0;
    this.is_given_up = false;
    this.run();
  }

  async run() {
    if (this.is_busy || !this.waiting.length) return;
    this.is_busy = true;
    this.again.hidden = true;
    this.bar.hidden = false;
    this.say("busy");
    const photo = this.waiting[0];
    photo.small ??= await smaller(photo.file);
    const outcome = await this.send(photo);
    this.is_busy = false;
    if (outcome === "lost") {
      this.lost();
      return;
    }
    this.waiting.shift();
    this.tries = 0;
    if (outcome !== "kept") {
      this.bar.hidden = true;
      this.say("", outcome);
      this.release();
    } else if (this.waiting.length) {
      this.run();
    } else {
      this.bar.hidden = true;
      this.say("done");
      this.release();
    }
  }

  lost() {
    this.say("lost");
    const wait = WAITS[this.tries++];
    if (wait) {
      setTimeout(() => this.run(), wait);
      return;
    }
    this.is_given_up = true;
    this.again.hidden = false;
    this.release();
  }

  release() {
    for (const done of this.done.splice(0)) done();
  }

  // "kept", "lost", or the sentence why the photo is refused.
  send(photo) {
    return new Promise((done) => {
      const fields = new FormData();
      fields.append("csrfmiddlewaretoken", this.token);
      fields.append("upload_key", photo.key);
      fields.append("photo", photo.small, photo.file.name || "photo.jpg");
      const request = new XMLHttpRequest();
      request.open("POST", this.url);
      request.timeout = 120_000;
      request.setRequestHeader("Accept", "application/json");
      request.upload.addEventListener("progress", (event) => {
        if (event.lengthComputable) this.bar.value = (event.loaded / event.total) * 100;
      });
      for (const failed of ["error", "timeout", "abort"]) request.addEventListener(failed, () => done("lost"));
      request.addEventListener("load", () => {
        let said;
        try {
          said = JSON.parse(request.responseText);
        } catch {
          done(request.status >= 500 ? "lost" : this.strip.dataset.signedOut);
          return;
        }
        done(said.photo ? "kept" : said.error);
      });
      request.send(fields);
    });
  }
}
