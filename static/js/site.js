// A click on a video's still puts the player in its place. Without this script the still is a link to the video.
document.addEventListener("click", (event) => {
  if (event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = event.target instanceof Element && event.target.closest("a.play[data-embed]");
  if (!link) return;
  const still = link.querySelector("img");
  const address = new URL(link.dataset.embed, location.href);
  if (address.protocol !== "https:") return;
  address.searchParams.set("autoplay", "1");
  const player = document.createElement("iframe");
  player.src = address.href;
  player.title = (still && still.alt) || "Video";
  player.allow = "autoplay; encrypted-media; fullscreen; picture-in-picture";
  player.allowFullscreen = true;
  player.referrerPolicy = "strict-origin-when-cross-origin";
  player.tabIndex = 0;
  event.preventDefault();
  link.replaceWith(player);
  player.focus();
});
// Where a browser can, a button among the ways to share puts the address of the page on the clipboard.
for (const list of document.querySelectorAll(".share [data-copy]")) {
  if (!navigator.clipboard) break;
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = list.dataset.copy;
  button.setAttribute("aria-live", "polite");
  button.addEventListener("click", async () => {
    const address = document.querySelector("link[rel=canonical]");
    await navigator.clipboard.writeText(address ? address.href : location.href);
    button.textContent = list.dataset.copied;
  });
  const item = document.createElement("li");
  item.append(button);
  list.append(item);
}
// On a phone the menu is wider than the screen: it begins where the section at hand is.
const section = document.querySelector(".menu [aria-current]");
if (section) {
  const list = section.closest(".menu-list");
  list.scrollLeft = section.getBoundingClientRect().left - list.getBoundingClientRect().left - 16;
}
