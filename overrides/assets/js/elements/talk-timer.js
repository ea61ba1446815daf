/* <mk-talk-timer> beside everyone's scores of a mark: how long a group still wants to talk, where somebody switched
   that on: people-panel.js brings it then. It counts whole minutes, makes no sound, and at the end nothing happens but
   a kind word. */

customElements.define(
  "mk-talk-timer",
  class TalkTimer extends marks.SheetPart {
    /** For how many minutes; 0 where it is off, on the whole page. */
    static minutes = 0;

    /** When the talk of this mark ends, in milliseconds; 0 while nothing runs. */
    end = 0;
    ticking = 0;

    begin() {
      this.querySelector("button").addEventListener("click", () => {
        this.end = this.end ? 0 : Date.now() + TalkTimer.minutes * 60000;
        this.show();
      });
    }

    follow() {
      return [this.hear("mk-timer", () => this.show()), () => clearTimeout(this.ticking)];
    }

    show() {
      const { minutes } = TalkTimer;
      if (!minutes) this.end = 0;
      this.hidden = !minutes;
      const [left, over] = this.querySelectorAll("span");
      const said = /** @type {{ [name: string]: string }} */ (this.dataset);
      const count = Math.ceil((this.end - Date.now()) / 60000);
      this.querySelector("button").textContent = this.end ? said.stop : said.start.replace("{n}", String(minutes));
      left.textContent = this.end && count > 0 ? marks.counted(said, count) : "";
      over.textContent = this.end && count <= 0 ? said.over : "";
      clearTimeout(this.ticking);
      if (left.textContent) this.ticking = setTimeout(() => this.show(), 1000);
    }
  },
);
