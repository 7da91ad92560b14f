import { recentLinks } from "/js/recent.js";

recentLinks("articles").add({ text: document.querySelector("h1").textContent, url: location.pathname });
