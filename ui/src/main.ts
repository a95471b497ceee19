import { mount } from "svelte";
import "./ground/base.css";
import App from "./desk/App.svelte";

const desk = document.getElementById("desk");
if (desk) mount(App, { target: desk });
