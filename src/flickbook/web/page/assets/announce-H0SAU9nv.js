import{r as a}from"./naming-Bcs9hG4Q.js";const o=a("");function r(n){o.value=n}export{r as a,o as b};
