import{r as a}from"./naming-CHUe_oQ_.js";const o=a("");function r(n){o.value=n}export{r as a,o as b};
