#!/bin/sh
# Lets a GitHub environment deploy a station that 'azd up' has made: infra/github.sh OWNER/REPOSITORY [ENVIRONMENT]. Run any number of times.
#
# In place of 'azd pipeline config', which also lets every pull request log in (a second credential, with Contributor and User Access Administrator on the whole
# subscription: whoever may open a pull request that edits a workflow would own it), and offers a workflow azure-dev.yml that deploys on every push without our settings.
# https://github.com/Azure/azure-dev/blob/main/cli/azd/pkg/pipeline/github_provider.go
set -eu

fail() { echo "$1" >&2; exit 1; }

repository=${1:-}
environment=${2:-production}
case $repository in */*) ;; *) fail "Say which repository: infra/github.sh OWNER/REPOSITORY [ENVIRONMENT]" ;; esac
for command in az azd gh; do
    command -v "$command" >/dev/null || fail "The command $command is missing: az from https://aka.ms/azure-cli, azd from https://aka.ms/azd, gh from https://cli.github.com."
done

value() { azd env get-value "$1" || fail "The azd environment does not know $1: run 'azd up' once, then this."; }
subscription=$(value AZURE_SUBSCRIPTION_ID)
group=$(value RESOURCE_GROUP)
name=$(value AZURE_ENV_NAME)
location=$(value AZURE_LOCATION)
tenant=$(az account show --subscription "$subscription" --query tenantId --output tsv) || fail "The Azure CLI does not see the subscription $subscription: run 'az login'."

# Who a job says it is. Repositories made since 15 July 2026 put numbers into it (repo:owner@1/name@2), so it is asked for and not made up.
# https://docs.github.com/en/actions/reference/security/oidc#immutable-subject-claims
[ "$(gh api "repos/$repository/actions/oidc/customization/sub" --jq .use_default)" = true ] ||
    fail "$repository makes subjects of its own (or you may not see how): make the credential by hand, for the subject that a run's failed login names."
prefix=$(gh api "repos/$repository/actions/oidc/customization/sub" --jq '.sub_claim_prefix // empty')
subject="${prefix:-repo:$repository}:environment:$environment"

app=$(az ad app list --display-name "soundoff-$name-github" --query "[0].appId" --output tsv)
[ -n "$app" ] || app=$(az ad app create --display-name "soundoff-$name-github" --query appId --output tsv)
principal=$(az ad sp list --filter "appId eq '$app'" --query "[0].id" --output tsv)
[ -n "$principal" ] || principal=$(az ad sp create --id "$app" --query id --output tsv)
[ -n "$(az ad app federated-credential list --id "$app" --query "[?subject=='$subject'].id" --output tsv)" ] ||
    az ad app federated-credential create --id "$app" --output none --parameters "{\"name\": \"$environment\", \"issuer\": \"https://token.actions.githubusercontent.com\", \"subject\": \"$subject\", \"audiences\": [\"api://AzureADTokenExchange\"]}"

# On the group: everything the template makes. Of roles it may give those that the template gives, and no others: a workflow cannot make itself owner.
roles='b7e6dc6d-f1e8-4753-8033-0f276bb0955b, ba92f5b4-2d11-453d-a403-e96b0029c9fe, 2a2b9908-6ea1-4ae2-8e65-a410df84e7d1, 974c5e8b-45b9-4653-ba55-5f855dd0fb88, c6a89b2d-59bc-44d0-9896-0f6e12d7b80a, 0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3, 3913510d-42f4-4e42-8a64-420c390055eb, 4633458b-17de-408a-b874-0445c86b69e6, b86a8fe4-44ce-4948-aee5-eccb2c155cd7'
condition="((!(ActionMatches{'Microsoft.Authorization/roleAssignments/write'})) OR (@Request[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {$roles})) AND ((!(ActionMatches{'Microsoft.Authorization/roleAssignments/delete'})) OR (@Resource[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {$roles}))"
scope="/subscriptions/$subscription/resourceGroups/$group"
give() { az role assignment create --subscription "$subscription" --assignee-object-id "$principal" --assignee-principal-type ServicePrincipal --output none "$@"; }
give --role Contributor --scope "$scope"
give --role "Role Based Access Control Administrator" --scope "$scope" --condition "$condition" --condition-version 2.0

# On the subscription: to send a template that names the group, and nothing else. None of Azure's own roles is as narrow.
deployer="Soundoff deployment $subscription"
[ -n "$(az role definition list --subscription "$subscription" --name "$deployer" --query "[0].id" --output tsv)" ] ||
    az role definition create --subscription "$subscription" --output none --role-definition "{\"Name\": \"$deployer\", \"Description\": \"Sends the template of a station.\", \"Actions\": [\"Microsoft.Resources/subscriptions/read\", \"Microsoft.Resources/subscriptions/resourceGroups/read\", \"Microsoft.Resources/subscriptions/resourceGroups/write\", \"Microsoft.Resources/deployments/*\"], \"AssignableScopes\": [\"/subscriptions/$subscription\"]}"
# A role that was made a moment ago is not known everywhere yet.
tries=0
until give --role "$deployer" --scope "/subscriptions/$subscription"; do
    tries=$((tries + 1))
    [ "$tries" -lt 10 ] || fail "The role '$deployer' could not be given: run this once more in some minutes."
    sleep 15
done

# Only the main branch may use the environment: whoever can push another branch could otherwise change the workflow in it and log in.
branch=$(gh api "repos/$repository" --jq .default_branch)
gh api --silent --method PUT "repos/$repository/environments/$environment" -F "deployment_branch_policy[protected_branches]=false" -F "deployment_branch_policy[custom_branch_policies]=true"
[ -n "$(gh api "repos/$repository/environments/$environment/deployment-branch-policies" --jq ".branch_policies[] | select(.name == \"$branch\") | .id")" ] ||
    gh api --silent --method POST "repos/$repository/environments/$environment/deployment-branch-policies" -f "name=$branch"

person=$(az ad signed-in-user show --query id --output tsv)
set_variable() { gh variable set "$1" --repo "$repository" --env "$environment" --body "$2"; }
set_variable AZURE_CLIENT_ID "$app"
set_variable AZURE_TENANT_ID "$tenant"
set_variable AZURE_SUBSCRIPTION_ID "$subscription"
set_variable AZURE_ENV_NAME "$name"
set_variable AZURE_LOCATION "$location"
set_variable SOUNDOFF_PUBLISHER_ID "$person"
set_variable SOUNDOFF_OPERATOR_ID "$person"
# What was set for deployments from here holds for those from there.
azd env get-values | while IFS='=' read -r setting text; do
    case $setting in
    SOUNDOFF_PUBLISHER_ID | SOUNDOFF_OPERATOR_ID) ;;
    SOUNDOFF_*)
        text=${text#\"}
        text=${text%\"}
        [ -z "$text" ] || set_variable "$setting" "$text"
        ;;
    esac
done
echo "$repository may deploy $group from its branch $branch, in the environment $environment: Actions, Deploy, Run workflow."
